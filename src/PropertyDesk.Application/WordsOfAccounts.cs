using PropertyDesk.Domain.Accounts;

namespace PropertyDesk.Application;

/// <summary>The words of accounts.</summary>
public static partial class Words
{
    public static string Of(CodePurpose purpose) => purpose switch
    {
        CodePurpose.SignIn => Texts.Of("登录"),
        CodePurpose.Recovery => Texts.Of("找回密码"),
        CodePurpose.ConfirmContact => Texts.Of("验证联系方式"),
        _ => purpose.ToString(),
    };

    public static string Of(ContactKind kind) => kind switch
    {
        ContactKind.Phone => Texts.Of("手机号"),
        ContactKind.Email => Texts.Of("邮箱"),
        _ => kind.ToString(),
    };
}

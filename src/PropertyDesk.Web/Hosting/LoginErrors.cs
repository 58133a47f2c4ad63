using Microsoft.AspNetCore.Identity;
using PropertyDesk.Application;

namespace PropertyDesk.Web.Hosting;

/// <summary>What Identity refuses, in the user's language.</summary>
public sealed class LoginErrors : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), Texts.Of("密码至少 {0} 个字符。", length));

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), Texts.Of("当前密码不对。"));

    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), Texts.Of("这个手机号或邮箱已有账号，请先登录，再打开邀请链接。"));

    public override IdentityError InvalidUserName(string? userName) => Error(nameof(InvalidUserName), Texts.Of("请填写 11 位手机号或邮箱地址。"));

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), Texts.Of("账号刚刚被修改，请重试。"));

    public override IdentityError InvalidToken() => Error(nameof(InvalidToken), Texts.Of("链接无效或已过期，请重新获取。"));

    private static IdentityError Error(string code, string description) => new() { Code = code, Description = description };
}

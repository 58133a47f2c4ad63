namespace PropertyDesk.Domain.Accounts;

/// <summary>What a one-time code is good for; for nothing else.</summary>
public enum CodePurpose
{
    /// <summary>登录</summary>
    SignIn = 1,

    /// <summary>找回密码</summary>
    Recovery,

    /// <summary>验证联系方式</summary>
    ConfirmContact,
}

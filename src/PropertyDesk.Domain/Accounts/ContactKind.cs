namespace PropertyDesk.Domain.Accounts;

/// <summary>How a person is reached.</summary>
public enum ContactKind
{
    /// <summary>手机号</summary>
    Phone = 1,

    /// <summary>邮箱</summary>
    Email,
}

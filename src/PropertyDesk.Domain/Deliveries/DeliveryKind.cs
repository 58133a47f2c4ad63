namespace PropertyDesk.Domain.Deliveries;

public enum DeliveryKind
{
    /// <summary>新账单通知</summary>
    BillIssued,

    /// <summary>到期前提醒</summary>
    DueSoon,

    /// <summary>逾期通知</summary>
    Overdue,

    /// <summary>验证码: urgent, and of use for minutes only.</summary>
    OneTimeCode,

    /// <summary>账号安全通知</summary>
    AccountNotice,
}

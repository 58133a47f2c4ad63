namespace PropertyDesk.Domain.Deliveries;

public enum DeliveryKind
{
    /// <summary>新账单通知</summary>
    BillIssued,

    /// <summary>到期前提醒</summary>
    DueSoon,

    /// <summary>逾期通知</summary>
    Overdue,
}

namespace PropertyDesk.Domain.Deliveries;

public enum DeliveryKind
{
    /// <summary>新账单通知</summary>
    BillIssued,

    /// <summary>到期前提醒</summary>
    DueSoon,

    /// <summary>逾期通知</summary>
    Overdue,

    /// <summary>试发: somebody tries the settings and waits for it.</summary>
    Test,
}

/// <summary>What is true of each kind of message.</summary>
public static class DeliveryKinds
{
    /// <summary>Those that tell of a bill, for which a company writes templates.</summary>
    public static IReadOnlyList<DeliveryKind> OfBills { get; } = [DeliveryKind.BillIssued, DeliveryKind.DueSoon, DeliveryKind.Overdue];

    /// <summary>Goes out in quiet hours too.</summary>
    public static bool IsUrgent(this DeliveryKind kind) => kind == DeliveryKind.Test;

    /// <summary>Asks for money: of no use once the bill is paid.</summary>
    public static bool AsksForMoney(this DeliveryKind kind) => kind is DeliveryKind.DueSoon or DeliveryKind.Overdue;
}

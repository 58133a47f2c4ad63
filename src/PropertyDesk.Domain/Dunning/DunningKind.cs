using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Domain.Dunning;

/// <summary>What a rung of the ladder does, from the gentlest to the gravest.</summary>
public enum DunningKind
{
    /// <summary>到期前提醒</summary>
    DueSoon,

    /// <summary>到期日提醒</summary>
    DueToday,

    /// <summary>逾期通知</summary>
    Overdue,

    /// <summary>电话催缴: puts the owner on the call list.</summary>
    Call,

    /// <summary>催款函: on paper, with proof of delivery.</summary>
    Letter,
}

/// <summary>What is true of each kind of rung.</summary>
public static class DunningKinds
{
    /// <summary>The program sends it by itself.</summary>
    public static bool IsMessage(this DunningKind kind) => kind is DunningKind.DueSoon or DunningKind.DueToday or DunningKind.Overdue;

    /// <summary>The message that the rung sends.</summary>
    public static DeliveryKind Message(this DunningKind kind) => kind switch
    {
        DunningKind.DueSoon => DeliveryKind.DueSoon,
        DunningKind.DueToday => DeliveryKind.DueToday,
        DunningKind.Overdue => DeliveryKind.Overdue,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The days from the due date on which a rung of the kind may stand.</summary>
    public static (int First, int Last) Days(this DunningKind kind) => kind switch
    {
        DunningKind.DueSoon => (-30, -1),
        DunningKind.DueToday => (0, 0),
        _ => (1, 365),
    };
}

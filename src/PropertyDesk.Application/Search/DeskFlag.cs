namespace PropertyDesk.Application.Search;

/// <summary>What the desk should know about somebody before it takes money or answers.</summary>
public enum DeskFlag
{
    /// <summary>已逾期: something is overdue.</summary>
    Overdue,

    /// <summary>有异议: a bill line is disputed and not yet answered.</summary>
    Disputed,

    /// <summary>诉讼中: a bill is before the court.</summary>
    Lawsuit,

    /// <summary>已承诺付款: the owner said until when they pay.</summary>
    Promised,

    /// <summary>正在线上支付: an online order can still be paid.</summary>
    PayingOnline,

    /// <summary>有预存款: a purse holds money.</summary>
    Prepaid,

    /// <summary>租户: rents, and owns nothing here.</summary>
    Renter,
}

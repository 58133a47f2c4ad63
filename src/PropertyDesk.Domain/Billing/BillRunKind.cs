namespace PropertyDesk.Domain.Billing;

/// <summary>Why bills are made.</summary>
public enum BillRunKind
{
    /// <summary>月度: every unit of the community, once a month.</summary>
    Monthly,

    /// <summary>补出: one unit, for a move-out or for months that were left out.</summary>
    Unit,

    /// <summary>红冲后重开: one unit, in place of lines that were taken back by red entries.</summary>
    Reissue,

    /// <summary>违约金: late fees of overdue bills up to a day.</summary>
    LateFee,

    /// <summary>特约服务: material and labour of a ticket.</summary>
    Service,
}

/// <summary>What is true of several kinds.</summary>
public static class BillRunKinds
{
    /// <summary>Those that bill what units are charged month by month, by which one month is measured against another.</summary>
    public static readonly IReadOnlyList<BillRunKind> OfCharges = [BillRunKind.Monthly, BillRunKind.Unit, BillRunKind.Reissue];
}

using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application.Reports;

/// <summary>Stored sums added up: money in fen, and what is counted.</summary>
internal class Summed
{
    public long Billed { get; init; }

    /// <summary>红冲</summary>
    public long Red { get; init; }

    public long Waived { get; init; }

    public long Collected { get; init; }

    /// <summary>What the ledger's receivable went up by.</summary>
    public long Posted { get; init; }

    public int OpenBills { get; init; }

    public int Households { get; init; }

    public int HouseholdsPaid { get; init; }

    public long Open => Billed - Red - Waived - Collected;
}

/// <summary>Stored sums added up by a key.</summary>
internal sealed class Summed<TKey> : Summed
{
    public required TKey Key { get; init; }
}

/// <summary>How every report adds up stored sums.</summary>
internal static class SummingUp
{
    public static IQueryable<Summed<TKey>> SumUp<TKey>(this IQueryable<IGrouping<TKey, BillSum>> groups) => groups.Select(g => new Summed<TKey>
    {
        Key = g.Key,
        Billed = g.Sum(s => s.Billed.Fen),
        Red = g.Sum(s => s.Red.Fen),
        Waived = g.Sum(s => s.Waived.Fen),
        Collected = g.Sum(s => s.Collected.Fen),
        Posted = g.Sum(s => s.Posted.Fen),
        OpenBills = g.Sum(s => s.OpenBills),
        Households = g.Sum(s => s.Households),
        HouseholdsPaid = g.Sum(s => s.HouseholdsPaid),
    });
}

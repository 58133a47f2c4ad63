using PropertyDesk.Domain.Charges;

namespace PropertyDesk.Application.Billing;

/// <summary>Compares two workings of one charge: what made the difference.</summary>
internal static class ChangeReasons
{
    /// <param name="before">Null where the charge is new.</param>
    /// <param name="now">Null where it is gone.</param>
    public static IReadOnlyList<ChangeReason> Between(LineWorking? before, LineWorking? now) => (before, now) switch
    {
        (null, OnceWorking) or (OnceWorking, null) => [ChangeReason.Other],
        (null, LateFeeWorking) or (LateFeeWorking, null) => [ChangeReason.LateFee],
        (null, _) => [ChangeReason.NewCharge],
        (_, null) => [ChangeReason.Gone],
        (TransferWorking or PayersWorking, _) or (_, TransferWorking or PayersWorking) => [ChangeReason.Payer, .. Between(Whole(before), Whole(now))],
        (MinimumWorking or MeteredWorking or TieredWorking, MinimumWorking or MeteredWorking or TieredWorking) => Metered(Use(before), Use(now)),
        (ProratedWorking a, ProratedWorking b) => Prorated(a, b),
        (SharedWorking a, SharedWorking b) => Shared(a, b),
        (FormulaWorking a, FormulaWorking b) => a.Formula != b.Formula ? [ChangeReason.Price] : [ChangeReason.Area],
        _ => [ChangeReason.Other],
    };

    private static LineWorking? Whole(LineWorking? working) => working switch
    {
        TransferWorking transfer => transfer.Whole,
        PayersWorking payers => payers.Whole,
        _ => working,
    };

    private static LineWorking? Use(LineWorking? working) => working is MinimumWorking minimum ? minimum.Whole : working;

    private static List<ChangeReason> Prorated(ProratedWorking before, ProratedWorking now)
    {
        var reasons = new List<ChangeReason>();
        Add(reasons, ChangeReason.Price, before.Segments.Select(s => (s.Price, s.FixedPart)).Distinct(), now.Segments.Select(s => (s.Price, s.FixedPart)).Distinct());
        Add(reasons, ChangeReason.Area, before.Segments.Select(s => s.Quantity).Distinct(), now.Segments.Select(s => s.Quantity).Distinct());
        if (before.Days < before.DaysInMonth || now.Days < now.DaysInMonth)
        {
            reasons.Add(ChangeReason.Days);
        }

        return reasons.Count > 0 ? reasons : [ChangeReason.Days];
    }

    private static List<ChangeReason> Metered(LineWorking? before, LineWorking? now)
    {
        var reasons = new List<ChangeReason>();
        if (UseOf(before) != UseOf(now))
        {
            reasons.Add(ChangeReason.Reading);
        }

        Add(reasons, ChangeReason.Price, PricesOf(before), PricesOf(now));
        return reasons.Count > 0 ? reasons : [ChangeReason.Other];
    }

    private static List<ChangeReason> Shared(SharedWorking before, SharedWorking now)
    {
        var reasons = new List<ChangeReason>();
        Add(reasons, ChangeReason.Price, [before.Cost.Use?.Price ?? 0], [now.Cost.Use?.Price ?? 0]);
        reasons.Add(ChangeReason.SharedCost);
        return reasons;
    }

    private static decimal UseOf(LineWorking? working) => working switch
    {
        MeteredWorking metered => metered.Usage.Total,
        TieredWorking tiered => tiered.Usage.Total,
        _ => 0,
    };

    private static IEnumerable<decimal> PricesOf(LineWorking? working) => working switch
    {
        MeteredWorking metered => metered.Periods.Select(p => p.Price).Distinct(),
        TieredWorking tiered => tiered.Periods.SelectMany(p => p.Tiers).Select(t => t.Price).Distinct(),
        _ => [],
    };

    private static void Add<T>(List<ChangeReason> reasons, ChangeReason reason, IEnumerable<T> before, IEnumerable<T> now)
    {
        if (!before.SequenceEqual(now))
        {
            reasons.Add(reason);
        }
    }
}

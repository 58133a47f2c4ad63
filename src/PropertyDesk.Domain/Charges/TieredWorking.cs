using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Domain.Charges;

/// <summary>Days of a reading period on which one tier table held, within one tariff year.</summary>
/// <param name="Before">Use of the tariff year before this reading period; 0 for monthly tiers.</param>
/// <param name="DaysBefore">Days of this reading period and tariff year that other periods have counted already.</param>
public sealed record TierPeriod(DateOnly From, DateOnly To, IReadOnlyList<Tier> Tiers, DateOnly PriceSince, decimal Before, int DaysBefore)
{
    public int Days => new DayRange(From, To).Days;
}

/// <summary>Thresholds raised for a large household; the frozen tiers have it in them.</summary>
/// <param name="People">Of the household.</param>
/// <param name="Included">People for whom the thresholds hold as they stand.</param>
/// <param name="Extra">By how much each threshold rose for every further person.</param>
public sealed record TierPeople(int People, int Included, decimal Extra);

/// <summary>Metered use by tiers. A reading period that spans two tariff years or price versions is divided by days.</summary>
/// <param name="Months">Months that monthly tiers cover; null for tiers cumulative over the year.</param>
/// <param name="Unit">As printed, such as 元/m³.</param>
/// <param name="People">Null where the number of people does not matter, or is within what is included.</param>
public sealed record TieredWorking(MeterUsage Usage, int? Months, IReadOnlyList<TierPeriod> Periods, string Unit, TierPeople? People = null) : LineWorking
{
    public int Days => Periods.Sum(period => period.Days);

    public override decimal Compute() => Periods.Sum(period => Scaled(period).Sum(share => share.Subtotal)) / Days;

    /// <summary>The use of a period by tier, as shown to the owner.</summary>
    public IReadOnlyList<TierShare> Shares(TierPeriod period) =>
    [
        .. Scaled(period).Select(share => share with
        {
            Tier = share.Tier with { Above = share.Tier.Above / Days, UpTo = share.Tier.UpTo / Days },
            Quantity = share.Quantity / Days,
        }),
    ];

    /// <summary>Use that counts in a tariff year before a period begins.</summary>
    public decimal UsedBefore(TierPeriod period) => period.Before + (Usage.Total * period.DaysBefore / Days);

    /// <summary>The part of the use that counts in a tariff year (the calendar year): what the next reading of that year goes on from.</summary>
    public decimal UseIn(int year) =>
        Usage.Total * Periods.Where(period => period.To.Year == year).Sum(period => period.Days) / Days;

    /// <summary>
    /// Everything times the days of the reading period, so that no division comes before the prices: thresholds and use
    /// grow alike, and T grows with them.
    /// </summary>
    private IReadOnlyList<TierShare> Scaled(TierPeriod period)
    {
        var table = TierTable.Of(period.Tiers);
        return Months is { } months
            ? table.Stretched(months * period.Days).Split(0, Usage.Total * period.Days)
            : table.Stretched(Days).Split((period.Before * Days) + (Usage.Total * period.DaysBefore), Usage.Total * period.Days);
    }
}

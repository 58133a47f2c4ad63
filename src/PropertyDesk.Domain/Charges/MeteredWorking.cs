using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Domain.Charges;

/// <summary>Days of a reading period on which one price version held.</summary>
public sealed record PricePeriod(DateOnly From, DateOnly To, decimal Price, DateOnly PriceSince)
{
    public int Days => new DayRange(From, To).Days;
}

/// <summary>Use × price. Where the price changed between the readings, the use is divided by days.</summary>
/// <param name="Unit">As printed, such as 元/m³.</param>
public sealed record MeteredWorking(MeterUsage Usage, IReadOnlyList<PricePeriod> Periods, string Unit) : LineWorking
{
    public int Days => Periods.Sum(period => period.Days);

    public override decimal Compute() => Usage.Total * Periods.Sum(period => period.Price * period.Days) / Days;
}

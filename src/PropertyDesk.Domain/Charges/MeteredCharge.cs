using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Domain.Charges;

/// <summary>
/// The charge for a metered use. Each method answers null when a day between the readings has no price: such a use must
/// not be billed as if it were free.
/// </summary>
public static class MeteredCharge
{
    /// <param name="unit">As printed, such as 元/m³.</param>
    public static CalculatedLine? Flat(MeterUsage usage, IReadOnlyList<Dated<decimal>> prices, string unit)
    {
        var stretches = DatedFacts.Cut(DaysOfUse(usage), prices);
        return stretches.Any(stretch => stretch.Fact is null)
            ? null
            : CalculatedLine.Of(new MeteredWorking(
                usage, [.. stretches.Select(s => new PricePeriod(s.Days.From, s.Days.To, s.Fact!.Value, s.Fact.From))], unit));
    }

    /// <summary>Tiers that start anew each month; the thresholds stretch with the months that the readings lie apart.</summary>
    public static CalculatedLine? MonthlyTiers(MeterUsage usage, IReadOnlyList<Dated<TierTable>> tables, string unit)
    {
        var stretches = DatedFacts.Cut(DaysOfUse(usage), tables);
        return stretches.Any(stretch => stretch.Fact is null)
            ? null
            : CalculatedLine.Of(new TieredWorking(usage, usage.Months, [.. stretches.Select(s => Period(s, before: 0, daysBefore: 0))], unit));
    }

    /// <summary>Tiers cumulative over the tariff year, which is the calendar year.</summary>
    /// <param name="usedThisYear">Use in the year of the first day after the previous reading, up to that reading.</param>
    public static CalculatedLine? YearlyTiers(MeterUsage usage, IReadOnlyList<Dated<TierTable>> tables, decimal usedThisYear, string unit)
    {
        var days = DaysOfUse(usage);
        var stretches = Years(days).SelectMany(year => DatedFacts.Cut(year, tables)).ToArray();
        if (Array.Exists(stretches, stretch => stretch.Fact is null))
        {
            return null;
        }

        var periods = stretches.Select(stretch => Period(
            stretch,
            before: stretch.Days.From.Year == days.From.Year ? usedThisYear : 0,
            daysBefore: stretches.Where(s => s.Days.From < stretch.Days.From && s.Days.From.Year == stretch.Days.From.Year).Sum(s => s.Days.Days)));
        return CalculatedLine.Of(new TieredWorking(usage, Months: null, [.. periods], unit));
    }

    private static TierPeriod Period(DatedStretch<TierTable> stretch, decimal before, int daysBefore) =>
        new(stretch.Days.From, stretch.Days.To, stretch.Fact!.Value.Tiers, stretch.Fact.From, before, daysBefore);

    /// <summary>The day of a reading still belongs to the use before it.</summary>
    private static DayRange DaysOfUse(MeterUsage usage)
    {
        var first = usage.PreviousOn.AddDays(1);
        return new DayRange(first < usage.CurrentOn ? first : usage.CurrentOn, usage.CurrentOn);
    }

    private static IEnumerable<DayRange> Years(DayRange days) =>
        Enumerable.Range(days.From.Year, days.To.Year - days.From.Year + 1)
            .Select(year => days.Overlap(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31))!.Value);
}

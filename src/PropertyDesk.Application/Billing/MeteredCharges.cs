using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Application.Billing;

/// <summary>Charges by metered use: from the readings of the month to the price.</summary>
internal sealed class MeteredCharges(BillingMonth month, RunInputs inputs, TariffPrices prices)
{
    public ChargeResult Of(ChargeAssignment assignment, Unit unit, Tariff tariff)
    {
        var (usage, reason) = UsageOf(assignment.MeterId!.Value);
        if (usage is null)
        {
            return ChargeResult.None(reason!.Value);
        }

        var terms = prices.On(tariff, month.LastDay);
        usage = usage with { LossRate = terms?.LossRate ?? 0 };
        return Price(assignment, unit, tariff, usage) is { } line
            ? new ChargeResult(AtLeast(line, usage.Total < 0 ? null : terms?.MinimumCharge * usage.Months), [WholeMonth(assignment)], UseOfThisYear(line, usage))
            : ChargeResult.None(OmissionReason.NoTariff);
    }

    /// <summary>What a meter counted up to the month's last reading, or why that cannot be told.</summary>
    public (MeterUsage? Usage, OmissionReason? Reason) UsageOf(Guid meterId)
    {
        var history = inputs.HistoryOf(inputs.Meters[meterId]);
        var readings = history.Readings;
        if (readings.Count == 0 || readings[^1].Date < month.FirstDay)
        {
            return (null, OmissionReason.NoReading);
        }

        if (readings[0].Date >= month.FirstDay && readings.Count == 1)
        {
            return (null, OmissionReason.NoOpeningReading);
        }

        var parts = readings.Zip(readings.Skip(1), history.Between).SelectMany(p => p).ToList();

        // Only what makes up for an estimate or an error may be less than nothing.
        return parts.Exists(p => p.Use < 0 && !p.AfterEstimate && !p.Corrects)
            ? (null, OmissionReason.ReadingLower)
            : (new MeterUsage(parts), null);
    }

    private static CalculatedLine AtLeast(CalculatedLine line, decimal? minimum) =>
        minimum is { } least && line.Amount < Money.Round(least) ? CalculatedLine.Of(new MinimumWorking(line.Working, least)) : line;

    private CalculatedLine? Price(ChargeAssignment assignment, Unit unit, Tariff tariff, MeterUsage usage)
    {
        var printed = prices.UnitOf(tariff);
        if (!tariff.Method.IsTiered())
        {
            return MeteredCharge.Flat(usage, prices.Of(tariff), printed);
        }

        var people = PeopleOf(unit, tariff);
        var tables = people is null ? prices.TiersOf(tariff) : Raised(tariff, people);
        var line = tariff.Method == ChargeMethod.MeteredMonthlyTiers
            ? MeteredCharge.MonthlyTiers(usage, tables, printed)
            : MeteredCharge.YearlyTiers(usage, tables, inputs.UsedInYear(assignment.Id, usage.PreviousOn.AddDays(1).Year), printed);
        return people is null || line is null ? line : CalculatedLine.Of((TieredWorking)line.Working with { People = people });
    }

    /// <summary>Null where the household is no larger than what is included, or nobody noted its size.</summary>
    private TierPeople? PeopleOf(Unit unit, Tariff tariff) =>
        prices.On(tariff, month.LastDay) is { PeopleIncluded: { } included } version && unit.People > included
            ? new TierPeople(unit.People.Value, included, version.ExtraPerPerson)
            : null;

    private IReadOnlyList<Dated<TierTable>> Raised(Tariff tariff, TierPeople people) =>
        [.. prices.TiersOf(tariff).Select(t => t with { Value = t.Value.Raised((people.People - people.Included) * people.Extra) })];

    private decimal UseOfThisYear(CalculatedLine line, MeterUsage usage) =>
        line.Working is TieredWorking tiered ? tiered.UseIn(month.Year) : usage.Total;

    private DayRange WholeMonth(ChargeAssignment assignment) => DayRange.Of(month).Overlap(assignment.From, assignment.To)!.Value;
}

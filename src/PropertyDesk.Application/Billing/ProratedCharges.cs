using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Billing;

/// <summary>Charges by the day: by area, fixed, parking; one month, or the months of a quarter or year together.</summary>
internal sealed class ProratedCharges(BillingMonth month, RunInputs inputs, TariffPrices prices)
{
    private static readonly IReadOnlyList<Dated<decimal>> One = [new(DateOnly.MinValue, 1)];

    // Most units are charged for the whole month, and many have the same area: they share one result, which nobody changes.
    private readonly Dictionary<(Guid TariffId, decimal Quantity), ChargeResult> _whole = [];

    public ChargeResult Of(ChargeAssignment assignment, Unit unit, Tariff tariff)
    {
        var period = tariff.PeriodOf(month);
        if (period.BilledIn(tariff.BilledInAdvance, assignment.From, assignment.To) != month)
        {
            return ChargeResult.NotDue;
        }

        if (QuantitiesOf(unit, tariff) is not { } quantities)
        {
            return ChargeResult.None(OmissionReason.NoInnerArea);
        }

        if (!IsWholeMonth(assignment, tariff, period) || quantities is not [var quantity])
        {
            return Compute(assignment, tariff, period, quantities);
        }

        var key = (tariff.Id, quantity.Value);
        if (!_whole.TryGetValue(key, out var result))
        {
            _whole.Add(key, result = Compute(assignment, tariff, period, quantities));
        }

        return result;
    }

    private bool IsWholeMonth(ChargeAssignment assignment, Tariff tariff, BillingPeriod period) =>
        tariff.Method != ChargeMethod.ParkingFee && period.First == month && period.Last == month
        && assignment.From <= month.FirstDay && (assignment.To is null || assignment.To >= month.LastDay);

    private ChargeResult Compute(ChargeAssignment assignment, Tariff tariff, BillingPeriod period, IReadOnlyList<Dated<decimal>> quantities)
    {
        var months = new List<ProratedWorking>();
        foreach (var one in period.Months.Where(m => DayRange.Of(m).Overlap(assignment.From, assignment.To) is not null))
        {
            var cut = MonthCut.Of(one, assignment.From, assignment.To, PricesOf(assignment, tariff), quantities);
            if (cut.Unpriced.Count > 0)
            {
                return ChargeResult.None(OmissionReason.NoTariff);
            }

            months.Add(Working(assignment, tariff, one, cut.Segments));
        }

        return new ChargeResult(Line(tariff, months), [.. months.SelectMany(m => m.Segments).Select(s => new DayRange(s.From, s.To))]);
    }

    private static CalculatedLine Line(Tariff tariff, List<ProratedWorking> months) => tariff.Method switch
    {
        ChargeMethod.FixedPerQuarter or ChargeMethod.FixedPerYear => CalculatedLine.Of(new PeriodWorking([.. months.Cast<FixedWorking>()], tariff.BilledMonths)),
        _ when tariff.BilledMonths == 1 => CalculatedLine.Of(months[0]),
        _ => CalculatedLine.Of(new MonthsWorking([.. months])),
    };

    private IReadOnlyList<Dated<decimal>>? QuantitiesOf(Unit unit, Tariff tariff) => tariff switch
    {
        { Method: ChargeMethod.AreaTimesPrice, AreaBasis: AreaBasis.Inner } => inputs.InnerAreasOf(unit),
        { Method: ChargeMethod.AreaTimesPrice } => inputs.AreasOf(unit),
        _ => One,
    };

    private IReadOnlyList<Dated<decimal>> PricesOf(ChargeAssignment assignment, Tariff tariff)
    {
        if (tariff.Method != ChargeMethod.ParkingFee)
        {
            return prices.Of(tariff);
        }

        var use = inputs.ParkingUses[assignment.ParkingUseId!.Value];
        return [new Dated<decimal>(use.From, use.MonthlyFee.Yuan, use.To)];
    }

    private ProratedWorking Working(ChargeAssignment assignment, Tariff tariff, BillingMonth one, IReadOnlyList<ChargeSegment> segments) => Frozen(tariff.Method switch
    {
        ChargeMethod.AreaTimesPrice => Proration.Area(one, WithFixedPart(tariff, segments), tariff.AreaBasis),
        ChargeMethod.ParkingFee => Proration.Parking(one, segments, inputs.ParkingNumbers[inputs.ParkingUses[assignment.ParkingUseId!.Value].ParkingSpaceId]),
        _ => Proration.Fixed(one, segments),
    });

    private static ProratedWorking Frozen(CalculatedLine line) => (ProratedWorking)line.Working;

    private IReadOnlyList<ChargeSegment> WithFixedPart(Tariff tariff, IReadOnlyList<ChargeSegment> segments) =>
        tariff.Versions.All(v => v.FixedPart == 0)
            ? segments
            : [.. segments.Select(s => s with { FixedPart = prices.On(tariff, s.From)?.FixedPart ?? 0 })];
}

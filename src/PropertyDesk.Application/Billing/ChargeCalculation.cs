using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Application.Billing;

/// <summary>What one assignment comes to in a month: a line with the days that it covers, or the reason why there is none.</summary>
/// <param name="Quantity">Metered use that counts in the month's calendar year, for the yearly tiers of the months that follow.</param>
internal sealed record ChargeResult(CalculatedLine? Line, IReadOnlyList<DayRange> Days, decimal? Quantity = null, OmissionReason? Reason = null)
{
    public static ChargeResult None(OmissionReason reason) => new(null, [], null, reason);
}

/// <summary>Chooses the calculation by the tariff's method; the arithmetic itself is the domain's.</summary>
internal sealed class ChargeCalculation
{
    private static readonly IReadOnlyList<Dated<decimal>> One = [new(DateOnly.MinValue, 1)];

    private readonly BillingMonth _month;
    private readonly RunInputs _inputs;
    private readonly IReadOnlyDictionary<Guid, CalculatedLine> _shares;
    private readonly Dictionary<Guid, IReadOnlyList<Dated<decimal>>> _prices;

    private readonly Dictionary<Guid, IReadOnlyList<Dated<TierTable>>> _tiers;

    public ChargeCalculation(BillingMonth month, RunInputs inputs)
    {
        (_month, _inputs) = (month, inputs);
        _prices = inputs.Tariffs.Values.ToDictionary(t => t.Id, PricesOf);
        _tiers = inputs.Tariffs.Values.ToDictionary(t => t.Id, TiersOf);
        _shares = SharedCharges.Of(month, inputs, _prices);
    }

    public ChargeResult Of(ChargeAssignment assignment, Unit unit)
    {
        var tariff = _inputs.Tariffs[assignment.TariffId];
        return tariff.Method switch
        {
            ChargeMethod.AreaTimesPrice => ByDay(assignment, _prices[tariff.Id], _inputs.AreasOf(unit), Proration.Area),
            ChargeMethod.FixedPerMonth => ByDay(assignment, _prices[tariff.Id], One, Proration.Fixed),
            ChargeMethod.ParkingFee => Parking(assignment),
            ChargeMethod.SharedByArea or ChargeMethod.SharedByHousehold => Shared(assignment),
            _ => Metered(assignment, tariff),
        };
    }

    private static IReadOnlyList<Dated<decimal>> PricesOf(Tariff tariff) =>
        [.. tariff.Versions.Where(v => v.Price is not null).Select(v => new Dated<decimal>(v.ValidFrom, v.Price!.Value))];

    private static IReadOnlyList<Dated<TierTable>> TiersOf(Tariff tariff) =>
        [.. tariff.Versions.Where(v => v.Tiers is not null).Select(v => new Dated<TierTable>(v.ValidFrom, TierTable.Parse(v.Tiers!)))];

    private ChargeResult ByDay(ChargeAssignment assignment, IReadOnlyList<Dated<decimal>> prices, IReadOnlyList<Dated<decimal>> quantities, Func<BillingMonth, IReadOnlyList<ChargeSegment>, CalculatedLine> calculate)
    {
        var cut = MonthCut.Of(_month, assignment.From, assignment.To, prices, quantities);
        return cut.Unpriced.Count > 0
            ? ChargeResult.None(OmissionReason.NoTariff)
            : new ChargeResult(calculate(_month, cut.Segments), [.. cut.Segments.Select(s => new DayRange(s.From, s.To))]);
    }

    private ChargeResult Parking(ChargeAssignment assignment)
    {
        var use = _inputs.ParkingUses[assignment.ParkingUseId!.Value];
        var fee = new Dated<decimal>(use.From, use.MonthlyFee.Yuan, use.To);
        return ByDay(assignment, [fee], One, (month, segments) => Proration.Parking(month, segments, _inputs.ParkingNumbers[use.ParkingSpaceId]));
    }

    private ChargeResult Shared(ChargeAssignment assignment)
    {
        if (!_inputs.SharedReadings.ContainsKey(assignment.SharedMeterId!.Value))
        {
            return ChargeResult.None(OmissionReason.NoSharedReading);
        }

        return _shares.TryGetValue(assignment.Id, out var line)
            ? new ChargeResult(line, [WholeMonth(assignment)])
            : ChargeResult.None(OmissionReason.NoTariff);
    }

    private ChargeResult Metered(ChargeAssignment assignment, Tariff tariff)
    {
        var meter = _inputs.Meters[assignment.MeterId!.Value];
        var readings = _inputs.ReadingsByMeter[meter.Id].OrderBy(r => r.Date).ToList();
        if (readings.Count == 0 || readings[^1].Date < _month.FirstDay)
        {
            return ChargeResult.None(OmissionReason.NoReading);
        }

        if (readings[0].Date >= _month.FirstDay && readings.Count == 1)
        {
            return ChargeResult.None(OmissionReason.NoOpeningReading);
        }

        if (readings.Zip(readings.Skip(1)).Any(pair => pair.Second.Value < pair.First.Value && !pair.Second.Rollover))
        {
            return ChargeResult.None(OmissionReason.ReadingLower);
        }

        var usage = new MeterUsage([.. readings.Zip(readings.Skip(1), (before, now) => Part(meter, before, now))]);
        return Price(assignment, tariff, usage) is { } line
            ? new ChargeResult(line, [WholeMonth(assignment)], UseOfThisYear(line, usage))
            : ChargeResult.None(OmissionReason.NoTariff);
    }

    private static MeterPart Part(Meter meter, Reading before, Reading now) =>
        new(meter.Number, before.Date, before.Value, now.Date, now.Value, meter.Digits, now.Rollover, meter.Multiplier);

    private CalculatedLine? Price(ChargeAssignment assignment, Tariff tariff, MeterUsage usage)
    {
        var unit = tariff.Versions.Count > 0 ? tariff.Versions.MaxBy(v => v.ValidFrom)!.Unit : "";
        return tariff.Method switch
        {
            ChargeMethod.MeteredMonthlyTiers => MeteredCharge.MonthlyTiers(usage, _tiers[tariff.Id], unit),
            ChargeMethod.MeteredYearlyTiers => MeteredCharge.YearlyTiers(usage, _tiers[tariff.Id], _inputs.UsedInYear(assignment.Id, usage.PreviousOn.AddDays(1).Year), unit),
            _ => MeteredCharge.Flat(usage, _prices[tariff.Id], unit),
        };
    }

    private decimal UseOfThisYear(CalculatedLine line, MeterUsage usage) =>
        line.Working is TieredWorking tiered ? tiered.UseIn(_month.Year) : usage.Total;

    private DayRange WholeMonth(ChargeAssignment assignment) => DayRange.Of(_month).Overlap(assignment.From, assignment.To)!.Value;
}

using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Application.Billing;

/// <summary>Divides each common meter's cost of the month among the units in its reach; ties are decided by unit code.</summary>
internal sealed class SharedCharges
{
    private readonly BillingMonth _month;
    private readonly RunInputs _inputs;
    private readonly TariffPrices _prices;
    private readonly MeteredCharges _metered;
    private readonly Dictionary<Guid, string> _codes;
    private readonly Dictionary<Guid, ChargeResult> _shares = [];

    public SharedCharges(BillingMonth month, RunInputs inputs, TariffPrices prices, MeteredCharges metered)
    {
        (_month, _inputs, _prices, _metered) = (month, inputs, prices, metered);
        _codes = inputs.Units.ToDictionary(u => u.Id, u => u.Code);
        foreach (var meter in inputs.AssignmentsByUnit.SelectMany(a => a).Where(a => a.SharedMeterId is not null && !a.IsExempt).GroupBy(a => a.SharedMeterId!.Value))
        {
            Divide(inputs.SharedMeters[meter.Key], [.. meter.OrderBy(a => _codes[a.UnitId], StringComparer.Ordinal)]);
        }
    }

    public ChargeResult Of(ChargeAssignment assignment) => assignment.IsExempt ? ChargeResult.NotDue : _shares[assignment.Id];

    private void Divide(SharedMeter meter, List<ChargeAssignment> sharers)
    {
        var (lines, reason) = Lines(meter, sharers);
        for (var i = 0; i < sharers.Count; i++)
        {
            _shares.Add(sharers[i].Id, lines is null
                ? ChargeResult.None(reason!.Value)
                : new ChargeResult(lines[i], [DayRange.Of(_month).Overlap(sharers[i].From, sharers[i].To)!.Value]));
        }
    }

    private (IReadOnlyList<CalculatedLine>? Lines, OmissionReason? Reason) Lines(SharedMeter meter, List<ChargeAssignment> sharers)
    {
        if (!_inputs.SharedReadings.TryGetValue(meter.Id, out var reading))
        {
            return (null, OmissionReason.NoSharedReading);
        }

        var tariff = _inputs.Tariffs[meter.TariffId];
        var stretches = DatedFacts.Cut(DayRange.Of(_month), _prices.Of(tariff));
        if (stretches.Any(s => s.Fact is null))
        {
            return (null, OmissionReason.NoTariff);
        }

        var weights = sharers.ConvertAll(a => WeightOf(a, tariff.Method));
        if (weights.Exists(w => w is null))
        {
            return (null, OmissionReason.NoReading);
        }

        if (weights.Sum() <= 0)
        {
            return (null, OmissionReason.NoShares);
        }

        var periods = stretches.Select(s => new PricePeriod(s.Days.From, s.Days.To, s.Fact!.Value, s.Fact.From)).ToList();
        var use = new SharedUse(
            reading.Current - reading.Previous, meter.Multiplier, periods[^1].Price, reading.Previous, reading.Current, periods.Count > 1 ? periods : null);
        return (SharedCost.OfUse(meter.Name, use).Divide(BasisOf(tariff.Method), weights.ConvertAll(w => w!.Value)), null);
    }

    /// <summary>Null where the unit's own meter has no use of the month to tell.</summary>
    private decimal? WeightOf(ChargeAssignment assignment, ChargeMethod method) => method switch
    {
        ChargeMethod.SharedByArea => _inputs.AreaOn(_inputs.UnitsById[assignment.UnitId], _month.LastDay),
        ChargeMethod.SharedByCoefficient => assignment.Weight ?? 1,
        ChargeMethod.SharedByMeterShare => assignment.MeterId is { } meter && _metered.UsageOf(meter).Usage is { } usage ? Math.Max(0, usage.Total) : null,
        _ => 1,
    };

    private static ShareBasis BasisOf(ChargeMethod method) => method switch
    {
        ChargeMethod.SharedByArea => ShareBasis.Area,
        ChargeMethod.SharedByCoefficient => ShareBasis.FloorCoefficient,
        ChargeMethod.SharedByMeterShare => ShareBasis.MeterShare,
        _ => ShareBasis.Household,
    };
}

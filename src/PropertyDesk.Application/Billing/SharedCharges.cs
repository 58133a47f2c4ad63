using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;

namespace PropertyDesk.Application.Billing;

/// <summary>Divides each common meter's cost of the month among the units in its reach; ties are decided by unit code.</summary>
internal static class SharedCharges
{
    /// <summary>The share of each assignment; an assignment whose tariff has no price yet is not among them.</summary>
    public static IReadOnlyDictionary<Guid, CalculatedLine> Of(
        BillingMonth month, RunInputs inputs, IReadOnlyDictionary<Guid, IReadOnlyList<Dated<decimal>>> prices)
    {
        var units = inputs.Units.ToDictionary(u => u.Id);
        var shares = new Dictionary<Guid, CalculatedLine>();
        foreach (var group in inputs.AssignmentsByUnit.SelectMany(a => a).Where(a => a.SharedMeterId is not null).GroupBy(a => a.SharedMeterId!.Value))
        {
            var meter = inputs.SharedMeters[group.Key];
            var price = prices[meter.TariffId].Where(p => p.From <= month.LastDay).MaxBy(p => p.From);
            if (price is null || !inputs.SharedReadings.TryGetValue(meter.Id, out var reading))
            {
                continue;
            }

            var byArea = inputs.Tariffs[meter.TariffId].Method == ChargeMethod.SharedByArea;
            var sharers = group.OrderBy(a => units[a.UnitId].Code, StringComparer.Ordinal).ToList();
            var lines = SharedCost.OfMeter(meter.Name, reading.Previous, reading.Current, meter.Multiplier, price.Value)
                .Divide(byArea ? ShareBasis.Area : ShareBasis.Household, sharers.ConvertAll(a => byArea ? inputs.AreaOn(units[a.UnitId], month.LastDay) : 1m));
            for (var i = 0; i < lines.Count; i++)
            {
                shares.Add(sharers[i].Id, lines[i]);
            }
        }

        return shares;
    }
}

using PropertyDesk.Application.Billing;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Metering;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Charges;

/// <summary>The inputs of a run in which one tariff charges one unit, with an example use: made up, and never written.</summary>
internal static class TrialInputs
{
    /// <param name="sharers">The units that divide a common meter; the unit is among them.</param>
    public static (RunInputs Inputs, ChargeAssignment Assignment) Of(Tariff tariff, BillingMonth month, Unit unit, IReadOnlyList<Unit> sharers, decimal use)
    {
        var meter = new Meter(unit, Texts.Of("试算"), tariff.MeterKind ?? MeterKind.Water, 1, 9);
        var common = new SharedMeter(tariff, null, Texts.Of("试算"), 1);
        var shares = tariff.Method.IsShared() ? sharers.Select(u => ChargeAssignment.OfSharedMeter(tariff, common, u, month.FirstDay)).ToList() : [];
        var assignment = tariff.Method switch
        {
            _ when tariff.Method.IsShared() => shares.Find(a => a.UnitId == unit.Id)!,
            _ when tariff.Method.IsMetered() => ChargeAssignment.OfMeter(tariff, meter, month.FirstDay),
            ChargeMethod.OnceOff => ChargeAssignment.Once(tariff, unit, month.FirstDay, use, null, null),
            _ => ChargeAssignment.OfUnit(tariff, unit, tariff.PeriodOf(month).First.FirstDay),
        };
        Reading[] readings = [new(meter, month.FirstDay.AddDays(-1), 0), new(meter, month.LastDay, use)];
        return (Inputs(tariff, sharers, shares.Count > 0 ? shares : [assignment]) with
        {
            Meters = new Dictionary<Guid, Meter> { [meter.Id] = meter },
            ReadingsByMeter = readings.ToLookup(r => r.MeterId),
            SharedMeters = new Dictionary<Guid, SharedMeter> { [common.Id] = common },
            SharedReadings = new Dictionary<Guid, SharedReading> { [common.Id] = new(common, month, 0, use) },
        }, assignment);
    }

    private static RunInputs Inputs(Tariff tariff, IReadOnlyList<Unit> units, List<ChargeAssignment> assignments) => new()
    {
        Units = units,
        AssignmentsByUnit = assignments.ToLookup(a => a.UnitId),
        Tariffs = new Dictionary<Guid, Tariff> { [tariff.Id] = tariff },
        Items = new Dictionary<Guid, ChargeItem> { [tariff.ChargeItemId] = tariff.ChargeItem },
        CorrectionsByUnit = Nothing<UnitArea>(),
        OwnershipsByUnit = Nothing<Ownership>(),
        LeasesByUnit = Nothing<Lease>(),
        VacanciesByUnit = Nothing<Vacancy>(),
        ReadingsByMeter = Nothing<Reading>(),
        ChangesByMeter = Nothing<MeterChange>(),
        CorrectionsByMeter = Nothing<ReadingCorrection>(),
        Owners = new Dictionary<Guid, Owner>(),
        ParkingUses = new Dictionary<Guid, ParkingUse>(),
        ParkingNumbers = new Dictionary<Guid, string>(),
        Meters = new Dictionary<Guid, Meter>(),
        SharedMeters = new Dictionary<Guid, SharedMeter>(),
        SharedReadings = new Dictionary<Guid, SharedReading>(),
        Used = new Dictionary<int, Dictionary<Guid, decimal>>(),
        Billed = new Dictionary<(Guid SourceId, Guid OwnerId), BilledBefore>(),
    };

    private static ILookup<Guid, T> Nothing<T>() => Array.Empty<T>().ToLookup(_ => Guid.Empty);
}

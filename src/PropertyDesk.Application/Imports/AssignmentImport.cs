using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Application.Imports;

/// <summary>
/// Gives every unit, parking use, meter and common meter the charges of its kind that it does not have yet. Charges begin
/// with the handover, or with the first price where the developer still holds the unit.
/// </summary>
internal sealed class AssignmentImport(ImportPlan plan)
{
    private readonly ArchiveRows _archive = plan.Archive;

    public void Apply()
    {
        foreach (var tariff in _archive.Tariffs.Values.ToList())
        {
            Assign(tariff);
        }
    }

    private void Assign(Tariff tariff)
    {
        switch (tariff.Method)
        {
            case ChargeMethod.AreaTimesPrice or ChargeMethod.FixedPerMonth:
                foreach (var unit in _archive.Units.Values.Where(u => InScope(tariff, u)))
                {
                    Add(tariff, unit, unit.Id, () => ChargeAssignment.OfUnit(tariff, unit, From(tariff, unit)));
                }

                break;
            case ChargeMethod.ParkingFee:
                foreach (var use in _archive.OpenUses.Values)
                {
                    Add(tariff, use.Unit, use.Id, () => ChargeAssignment.OfParking(tariff, use));
                }

                break;
            case ChargeMethod.SharedByArea or ChargeMethod.SharedByHousehold:
                AssignShared(tariff);
                break;
            default:
                foreach (var meter in _archive.Meters.Values.Where(m => InScope(tariff, m.Unit) && IsFor(tariff.ChargeItem, m.Kind)))
                {
                    Add(tariff, meter.Unit, meter.Id, () => ChargeAssignment.OfMeter(tariff, meter, From(tariff, meter.Unit)));
                }

                break;
        }
    }

    private void AssignShared(Tariff tariff)
    {
        foreach (var meter in _archive.SharedMeters.Values.Where(m => m.TariffId == tariff.Id))
        {
            foreach (var unit in _archive.Units.Values.Where(u => meter.BuildingId is null || u.BuildingId == meter.BuildingId))
            {
                Add(tariff, unit, meter.Id, () => ChargeAssignment.OfSharedMeter(tariff, meter, unit, From(tariff, unit)));
            }
        }
    }

    private void Add(Tariff tariff, Unit unit, Guid subject, Func<ChargeAssignment> make)
    {
        if (_archive.Assignments.Add((tariff.Id, unit.Id, subject)))
        {
            _archive.Add(make());
        }
    }

    private DateOnly From(Tariff tariff, Unit unit)
    {
        var priced = tariff.Versions.Count == 0 ? plan.Beginning : tariff.Versions.Min(v => v.ValidFrom);
        return unit.HandoverDate > priced ? unit.HandoverDate.Value : priced;
    }

    private static bool InScope(Tariff tariff, Unit unit) => tariff.Scope switch
    {
        TariffScope.Residential => unit.Kind == UnitKind.Residential,
        TariffScope.Shop => unit.Kind == UnitKind.Shop,
        TariffScope.AllUnits => true,
        _ => false,
    };

    private static bool IsFor(ChargeItem item, MeterKind kind) =>
        item.Name.Contains(kind == MeterKind.Water ? '水' : '电', StringComparison.Ordinal);
}

using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Application.Imports;

/// <summary>Meters and their readings. A reading that is there already is never overwritten.</summary>
internal sealed class MeterImport(ImportPlan plan)
{
    private readonly ArchiveRows _archive = plan.Archive;

    public void Apply(IEnumerable<MeterRow> rows)
    {
        foreach (var row in rows)
        {
            if (plan.FindUnit(row.Row, row.UnitCode) is not { } unit)
            {
                continue;
            }

            var isNew = !_archive.Meters.TryGetValue(row.Number, out var meter);
            if (isNew)
            {
                meter = _archive.Add(new Meter(unit, row.Number, row.Kind, row.Multiplier, row.Digits));
                _archive.Meters.Add(row.Number, meter);
            }
            else if (meter!.UnitId != unit.Id)
            {
                row.Row.Error("表号", Texts.Of("{0} 在档案中属于另一房屋，请核对。", row.Number));
                continue;
            }

            var changed = AddReadings(meter, row);
            plan.Counts[SheetForm.Meters.Name].Count(isNew, changed && !isNew);
        }
    }

    private bool AddReadings(Meter meter, MeterRow row)
    {
        var changed = false;
        foreach (var (on, value, rollover) in row.Readings)
        {
            if (!_archive.Readings.TryGetValue((meter.Id, on), out var known))
            {
                _archive.Add(new Reading(meter, on, value, rollover));
                _archive.Readings.Add((meter.Id, on), value);
                changed = true;
            }
            else if (known != value)
            {
                row.Row.Warn("本期读数", Texts.Of("{0} 已有读数 {1}，表中为 {2}，未更改；更正须用更正单。", on.ToString("yyyy-MM-dd"), known, value));
            }
        }

        return changed;
    }
}

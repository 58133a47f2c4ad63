using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Imports;

/// <summary>Parking spaces and their use. A new fee or user from a later day ends the old use; bills made keep theirs.</summary>
internal sealed class ParkingImport(ImportPlan plan)
{
    private readonly ArchiveRows _archive = plan.Archive;

    public void Apply(IEnumerable<ParkingRow> rows)
    {
        foreach (var row in rows)
        {
            if (plan.FindUnit(row.Row, row.UnitCode) is { } unit)
            {
                var isNew = !_archive.Spaces.TryGetValue(row.Number, out var space);
                space ??= AddSpace(row);
                plan.Counts[SheetForm.Parking.Name].Count(isNew, Use(space, unit, row) && !isNew);
            }
        }
    }

    private ParkingSpace AddSpace(ParkingRow row)
    {
        var space = _archive.Add(new ParkingSpace(_archive.Community, row.Number, row.Kind));
        _archive.Spaces.Add(row.Number, space);
        return space;
    }

    private bool Use(ParkingSpace space, Unit unit, ParkingRow row)
    {
        if (_archive.OpenUses.TryGetValue(space.Id, out var use))
        {
            if (use.UnitId == unit.Id && use.MonthlyFee == row.Fee && use.From == row.From)
            {
                var plate = use.Plate != row.Plate;
                use.ChangePlate(row.Plate);
                return plate;
            }

            if (row.From <= use.From)
            {
                row.Row.Warn("起租日期", Texts.Of("车位 {0} 自 {1} 起已在使用；变更请填更晚的起租日期，此行未导入。", row.Number, use.From.ToString("yyyy-MM-dd")));
                return false;
            }

            use.End(row.From.AddDays(-1));
        }

        _archive.OpenUses[space.Id] = _archive.Add(new ParkingUse(space, unit, row.Plate, row.Fee, row.From));
        return true;
    }
}

using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Application.Imports;

/// <summary>Sheet 水电表: a unit's meters with the readings before and now.</summary>
internal static class MeterSheet
{
    private static readonly Dictionary<string, MeterKind> Kinds = new(StringComparer.Ordinal) { ["水表"] = MeterKind.Water, ["电表"] = MeterKind.Electricity };

    public static List<MeterRow> Read(RawWorkbook workbook, ImportReport report)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var rows = new List<MeterRow>();
        foreach (var row in SheetRows.Read(workbook, SheetForm.Meters, report))
        {
            var meter = Read(row);
            if (!row.Failed && !seen.Add(meter.Number))
            {
                row.Error("表号", Texts.Of("{0} 在表中重复，请删去其中一行。", meter.Number));
            }

            if (!row.Failed)
            {
                rows.Add(meter);
            }
        }

        return rows;
    }

    private static MeterRow Read(RowReader row)
    {
        var digits = row.Decimal("位数", 5);
        if (digits is < 3 or > 9 || decimal.Truncate(digits) != digits)
        {
            row.Error("位数", Texts.Of("表的位数须为 3 到 9 位。"));
            digits = 5;
        }

        var multiplier = row.Decimal("倍率", 1);
        if (multiplier <= 0)
        {
            row.Error("倍率", Texts.Of("倍率须大于 0。"));
        }

        return new MeterRow(row, row.Required("表号"), row.Choice("表类型", Kinds), row.UnitCode(), multiplier, (int)digits, Readings(row));
    }

    private static List<(DateOnly On, decimal Value)> Readings(RowReader row)
    {
        var readings = new List<(DateOnly, decimal)>();
        var previous = Reading(row, "上期读数", "上期抄表日");
        var current = Reading(row, "本期读数", "本期抄表日");
        if (previous is { } before)
        {
            readings.Add((before.On, before.Value));
        }

        if (current is not { } now)
        {
            if (!row.Failed)
            {
                row.Warn("本期读数", Texts.Of("本期没有读数，出账时此表会列为“未抄表”。"));
            }

            return readings;
        }

        if (previous is { } earlier && earlier.On >= now.On)
        {
            row.Error("本期抄表日", Texts.Of("本期抄表日须晚于上期抄表日 {0}，请核对。", earlier.On.ToString("yyyy-MM-dd")));
            return readings;
        }

        readings.Add((now.On, now.Value));
        return readings;
    }

    private static (DateOnly On, decimal Value)? Reading(RowReader row, string value, string on)
    {
        if (row.IsEmpty(value))
        {
            return null;
        }

        var (read, day) = (row.Decimal(value), row.Date(on));
        if (day is null && !row.Failed)
        {
            row.Error(on, Texts.Of("有读数没有抄表日，请补填。"));
        }

        return row.Failed ? null : (day!.Value, decimal.Round(read, 3));
    }
}

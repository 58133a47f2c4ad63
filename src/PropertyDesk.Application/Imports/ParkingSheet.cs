using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Imports;

/// <summary>Sheet 车位车辆: parking spaces, who uses them and for which monthly fee.</summary>
internal static class ParkingSheet
{
    private static readonly Dictionary<string, ParkingSpaceKind> Kinds = new(StringComparer.Ordinal) { ["月租"] = ParkingSpaceKind.Rented, ["产权"] = ParkingSpaceKind.Owned };

    public static List<ParkingRow> Read(RawWorkbook workbook, ImportReport report)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var rows = new List<ParkingRow>();
        foreach (var row in SheetRows.Read(workbook, SheetForm.Parking, report))
        {
            var space = Read(row);
            if (!row.Failed && !seen.Add(space.Number))
            {
                row.Error("车位号", Texts.Of("{0} 在表中重复，请删去其中一行。", space.Number));
            }

            if (!row.Failed)
            {
                rows.Add(space);
            }
        }

        return rows;
    }

    private static ParkingRow Read(RowReader row)
    {
        var plate = row.Text("车牌号").Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        var fee = row.Decimal("月租");
        if (fee < 0)
        {
            row.Error("月租", Texts.Of("车位月租不能为负数。"));
        }

        var from = row.Date("起租日期");
        if (from is null && !row.Failed)
        {
            row.Error("起租日期", Texts.Of("此格为空，请补填。"));
        }

        return new ParkingRow(row, row.Required("车位号"), row.Choice("车位类型", Kinds), row.UnitCode(), plate.Length == 0 ? null : plate, Money.Round(fee), from ?? default);
    }
}

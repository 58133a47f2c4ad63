using PropertyDesk.Domain.Charges;

namespace PropertyDesk.Application.Imports;

/// <summary>Sheet 公摊总表: common meters and how their cost is divided.</summary>
internal static class SharedMeterSheet
{
    private static readonly Dictionary<string, ChargeMethod> Methods = new(StringComparer.Ordinal) { ["按建筑面积"] = ChargeMethod.SharedByArea, ["按户"] = ChargeMethod.SharedByHousehold };

    public static List<SharedMeterRow> Read(RawWorkbook workbook, ImportReport report) =>
        [.. SheetRows.Read(workbook, SheetForm.SharedMeters, report).Select(Read).Where(r => !r.Row.Failed)];

    private static SharedMeterRow Read(RowReader row)
    {
        var (previous, current) = (row.Decimal("上期读数"), row.Decimal("本期读数"));
        if (!row.Failed && current < previous)
        {
            row.Error("本期读数", Texts.Of("本期读数小于上期读数，请核对。"));
        }

        return new SharedMeterRow(row, row.Required("范围"), row.Required("项目"), previous, current, row.Decimal("倍率", 1), row.Decimal("单价"), row.Choice("分摊方式", Methods));
    }
}

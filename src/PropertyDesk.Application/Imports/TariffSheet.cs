using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;

namespace PropertyDesk.Application.Imports;

/// <summary>Sheet 收费标准: charge items with their dated prices.</summary>
internal static class TariffSheet
{
    private static readonly Dictionary<string, ChargeMethod> Methods = new(StringComparer.Ordinal)
    {
        ["建筑面积×单价"] = ChargeMethod.AreaTimesPrice,
        ["固定"] = ChargeMethod.FixedPerMonth,
        ["阶梯(年)"] = ChargeMethod.MeteredYearlyTiers,
        ["阶梯(月)"] = ChargeMethod.MeteredMonthlyTiers,
        ["单价"] = ChargeMethod.Metered,
        ["按车位月租"] = ChargeMethod.ParkingFee,
    };

    private static readonly Dictionary<string, TariffScope> Scopes = new(StringComparer.Ordinal)
    {
        ["住宅"] = TariffScope.Residential,
        ["商铺"] = TariffScope.Shop,
        ["车位"] = TariffScope.Parking,
    };

    public static List<TariffRow> Read(RawWorkbook workbook, ImportReport report) =>
        [.. SheetRows.Read(workbook, SheetForm.Tariffs, report).Select(Read).Where(r => !r.Row.Failed)];

    private static TariffRow Read(RowReader row)
    {
        var method = row.Choice("计费方式", Methods);
        var tiered = method is ChargeMethod.MeteredMonthlyTiers or ChargeMethod.MeteredYearlyTiers;
        decimal? price = tiered || method == ChargeMethod.ParkingFee ? null : row.Decimal("单价");
        var from = row.Date("起始日期");
        if (from is null && !row.Failed)
        {
            row.Error("起始日期", Texts.Of("此格为空，请补填。"));
        }

        return new TariffRow(
            row, row.Required("收费项目"), method, row.Choice("适用", Scopes), price, tiered ? Tiers(row) : null, row.Text("单位"), from ?? default,
            row.Text("备注").Contains("代收", StringComparison.Ordinal));
    }

    private static string? Tiers(RowReader row)
    {
        try
        {
            return TierTable.Parse(row.Text("单价")).ToString();
        }
        catch (RuleViolation rule)
        {
            row.Error("单价", Texts.Of(rule));
            return null;
        }
    }
}

using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application.Reports;

/// <summary>The collection-rate report as a workbook: a sheet for each way of cutting it up, and one with the definitions.</summary>
public static class CollectionRateWorkbook
{
    public static IReadOnlyList<Sheet> Of(CollectionReport report) =>
    [
        .. report.Groups.Select(group => new Sheet(group.Title, Headings(group.Title), [.. group.Rows.Append(report.Total).Select(Row)])),
        new Sheet(Texts.Of("口径说明"), [new SheetHeading(Texts.Of("{0}，{1}，收款截止 {2}", report.Scope, report.Month, report.CutOff.ToString("yyyy-MM-dd")), 90)],
            [.. CollectionDefinitions.Of(report.WaiversAsCollected).Select(text => new object?[] { text })]),
    ];

    private static SheetHeading[] Headings(string title) =>
    [
        new(title, 22), new(Texts.Of("期初欠费")), new(Texts.Of("本期应收")), new(Texts.Of("红冲")), new(Texts.Of("减免")), new(Texts.Of("本期已收")), new(Texts.Of("往期已收")),
        new(Texts.Of("期末未收")), new(Texts.Of("当期收缴率")), new(Texts.Of("往期清欠率")), new(Texts.Of("综合收缴率")), new(Texts.Of("户数")), new(Texts.Of("缴清户数")), new(Texts.Of("户收缴率")), new(Texts.Of("年度收缴率")),
    ];

    private static object?[] Row(CollectionRow row)
    {
        var f = row.Figures;
        return
        [
            row.Name, f.Opening, f.Billed, f.Red + f.PriorRed, f.Waived + f.PriorWaived, f.Collected, f.PriorCollected, f.Closing,
            new Share(f.Current), new Share(f.Prior), new Share(f.Combined), f.Households, f.HouseholdsPaid, new Share(f.ByHousehold), new Share(f.FullYear),
        ];
    }
}

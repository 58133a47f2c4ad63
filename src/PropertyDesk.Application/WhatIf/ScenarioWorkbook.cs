using PropertyDesk.Application.Spreadsheets;

namespace PropertyDesk.Application.WhatIf;

/// <summary>A scenario as a workbook: totals and buildings on one sheet, every household on the other.</summary>
public static class ScenarioWorkbook
{
    public static IReadOnlyList<Sheet> Of(ScenarioResult result) =>
    [
        new(Texts.Of("楼栋"), [new(Texts.Of("楼栋"), 20), new(Texts.Of("户数")), .. Amounts()],
        [
            .. result.Buildings.Select(b => (object?[])[b.Name, b.Households, .. Cells(b.Amount)]),
            [Texts.Of("合计"), result.Households.Count, .. Cells(result.Total)],
        ]),
        new(Texts.Of("每户"), [new(Texts.Of("房屋"), 20), new(Texts.Of("楼栋")), .. Amounts()],
            [.. result.Households.Select(h => (object?[])[h.Unit, h.Building, .. Cells(h.Amount)])]),
    ];

    private static SheetHeading[] Amounts() => [new(Texts.Of("现在")), new(Texts.Of("调整后")), new(Texts.Of("增减")), new(Texts.Of("增减比例"))];

    private static object?[] Cells(AmountChange change) => [change.Before, change.After, change.Difference, new Share(change.Rate)];
}

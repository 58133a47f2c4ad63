using System.Globalization;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Reports;

/// <summary>A report as a workbook: a sheet for each table, and one with what the figures mean.</summary>
public static class FigureWorkbook
{
    public static IReadOnlyList<Sheet> Of(FigureReport report) =>
    [
        .. report.Tables.Select(table => new Sheet(
            table.Title, [.. table.Columns.Select((c, i) => new SheetHeading(c, i == 0 ? 24 : 15))], [.. table.Rows.Concat(table.Total is { } total ? [total] : []).Select(Cells)])),
        new Sheet(
            Texts.Of("口径说明"),
            [new SheetHeading(Texts.Of("表"), 20), new SheetHeading(Texts.Of("{0}，{1}，截至 {2}", report.Title, report.Scope, report.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), 100)],
            [.. report.Tables.SelectMany(t => t.Definitions.Select(d => new object?[] { t.Title, d }))]),
    ];

    private static object?[] Cells(FigureRow row) => [.. row.Cells.Select(cell => cell is BillingMonth month ? month.ToString() : cell)];
}

using PropertyDesk.Application.Spreadsheets;

namespace PropertyDesk.Application.Imports;

/// <summary>The blank template, and the rows that an import left out with the reason beside each.</summary>
public static class ImportWorkbooks
{
    /// <summary>All sheets with their headings and no rows.</summary>
    public static IReadOnlyList<Sheet> Template() => [.. SheetForm.All.Select(form => new Sheet(form.Name, [.. form.Columns.Select(c => new SheetHeading(c.Title))], []))];

    /// <summary>The rows with an error, as they stand in the file, with a last column that says why.</summary>
    public static IReadOnlyList<Sheet> Failed(RawWorkbook workbook, IEnumerable<ImportProblem> problems)
    {
        var reasons = problems.Where(p => p.IsError).ToLookup(p => (p.Sheet, p.Row), p => $"{p.Column}: {p.Message}");
        return [.. workbook.Sheets.Where(sheet => sheet.Rows.Any(row => reasons[(sheet.Name, row.Number)].Any())).Select(sheet => Failed(sheet, reasons))];
    }

    private static Sheet Failed(RawSheet sheet, ILookup<(string Sheet, int Row), string> reasons)
    {
        var heading = sheet.Rows[0];
        var letters = heading.Cells.Keys.ToList();
        var rows = sheet.Rows.Where(row => reasons[(sheet.Name, row.Number)].Any())
            .Select(row => (IReadOnlyList<object?>)[.. letters.Select(letter => Shown(row.Cells.GetValueOrDefault(letter))), string.Join("；", reasons[(sheet.Name, row.Number)])]);
        return new Sheet(sheet.Name, [.. letters.Select(letter => new SheetHeading(CellText.Of(heading.Cells[letter]))), new SheetHeading(Texts.Of("原因"), 60)], [.. rows]);
    }

    private static object? Shown(object? cell) => cell is DateTime date ? DateOnly.FromDateTime(date) : cell;
}

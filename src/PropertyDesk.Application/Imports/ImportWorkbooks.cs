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
        return [.. SheetForm.All.SelectMany(form => workbook.Sheets.Where(sheet => SheetRows.IsOf(sheet, form)).Take(1).SelectMany(sheet => Failed(sheet, form, reasons)))];
    }

    private static IEnumerable<Sheet> Failed(RawSheet sheet, SheetForm form, ILookup<(string Sheet, int Row), string> reasons)
    {
        var failed = sheet.Rows.Where(row => reasons[(form.Name, row.Number)].Any()).ToList();
        if (failed.Count == 0 || SheetRows.Heading(sheet, form) is not { } heading)
        {
            yield break;
        }

        var spreading = SheetRows.Match(heading, form).Where(c => RowReader.Spreading.Contains(c.Key, StringComparer.Ordinal)).Select(c => c.Value).ToList();
        var letters = heading.Cells.Keys.ToList();
        var rows = failed.Select(row => (IReadOnlyList<object?>)
            [.. letters.Select(letter => row.Spread.Contains(letter) && !spreading.Contains(letter) ? null : Shown(row.Cells.GetValueOrDefault(letter))), string.Join("；", reasons[(form.Name, row.Number)])]);
        yield return new Sheet(form.Name, [.. letters.Select(letter => new SheetHeading(CellText.Of(heading.Cells[letter]))), new SheetHeading(Texts.Of("原因"), 60)], [.. rows]);
    }

    private static object? Shown(object? cell) => cell is DateTime date ? DateOnly.FromDateTime(date) : cell;
}

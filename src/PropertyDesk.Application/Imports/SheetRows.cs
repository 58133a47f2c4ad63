namespace PropertyDesk.Application.Imports;

/// <summary>Finds the heading row of a sheet, anywhere in its first ten rows and with columns in any order, and gives the rows below.</summary>
internal static class SheetRows
{
    private const int HeadingDepth = 10;
    private static readonly string[] Totals = ["合计", "小计", "总计", "共计"];

    /// <summary>The data rows; blank rows and totals are passed over, a missing column is a problem.</summary>
    public static List<RowReader> Read(RawWorkbook workbook, SheetForm form, ImportReport report)
    {
        var sheet = workbook.Sheets.FirstOrDefault(s => IsOf(s, form));
        if (sheet is null)
        {
            return [];
        }

        var heading = Heading(sheet, form);
        var columns = heading is null ? [] : Match(heading, form);
        var missing = form.Columns.Where(c => c.Required && !columns.ContainsKey(c.Title)).Select(c => c.Title).ToList();
        if (heading is null || missing.Count > 0)
        {
            report.Add(true, form.Name, heading?.Number ?? 1, "", "", Texts.Of("缺少列：{0}。请用模板的表头。", string.Join('、', missing)));
            return [];
        }

        return [.. sheet.Rows.Where(r => r.Number > heading.Number && !IsBlank(r) && !IsTotal(r, report, form)).Select(r => new RowReader(form.Name, r, columns, report))];
    }

    public static bool IsOf(RawSheet sheet, SheetForm form) => CellText.Of(sheet.Name) == form.Name;

    /// <summary>The row that looks most like the sheet's headings; null for an empty sheet.</summary>
    public static RawRow? Heading(RawSheet sheet, SheetForm form) => sheet.Rows.Take(HeadingDepth).MaxBy(row => Match(row, form).Count);

    /// <summary>The letters of the columns by their title.</summary>
    public static Dictionary<string, string> Match(RawRow row, SheetForm form)
    {
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (letter, cell) in row.Cells)
        {
            var title = CellText.Of(cell).Replace(" ", "", StringComparison.Ordinal);
            if (form.Columns.FirstOrDefault(c => c.Titles.Contains(title, StringComparer.Ordinal)) is { } column)
            {
                columns.TryAdd(column.Title, letter);
            }
        }

        return columns;
    }

    private static bool IsBlank(RawRow row) => row.Own.All(cell => CellText.Of(cell).Length == 0);

    private static bool IsTotal(RawRow row, ImportReport report, SheetForm form)
    {
        var total = row.Own.Take(3).Any(cell => Totals.Contains(CellText.Of(cell).TrimEnd(':', '：'), StringComparer.Ordinal));
        if (total)
        {
            report.SkippedTotals.Add(new SkippedTotal(form.Name, row.Number));
        }

        return total;
    }
}

namespace PropertyDesk.Application.Imports;

/// <summary>A workbook as it is: sheets, rows, and cells by column letter, nothing interpreted.</summary>
public sealed record RawWorkbook(IReadOnlyList<RawSheet> Sheets);

public sealed record RawSheet(string Name, IReadOnlyList<RawRow> Rows);

/// <param name="Number">The row's number as the spreadsheet program shows it.</param>
/// <param name="Cells">Text, decimal, or DateTime by column letter; empty cells are left out.</param>
/// <param name="Spread">The letters of cells that are empty themselves and lie under a merged cell, whose value they show.</param>
public sealed record RawRow(int Number, IReadOnlyDictionary<string, object> Cells, IReadOnlySet<string> Spread)
{
    /// <summary>What stands in the row itself.</summary>
    public IEnumerable<object> Own => Cells.Where(c => !Spread.Contains(c.Key)).Select(c => c.Value);
}

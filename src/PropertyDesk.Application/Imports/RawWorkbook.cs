namespace PropertyDesk.Application.Imports;

/// <summary>A workbook as it is: sheets, rows, and cells by column letter, nothing interpreted.</summary>
public sealed record RawWorkbook(IReadOnlyList<RawSheet> Sheets);

public sealed record RawSheet(string Name, IReadOnlyList<RawRow> Rows);

/// <param name="Number">The row's number as the spreadsheet program shows it.</param>
/// <param name="Cells">Text, decimal, or DateTime by column letter; empty cells are left out.</param>
public sealed record RawRow(int Number, IReadOnlyDictionary<string, object> Cells);

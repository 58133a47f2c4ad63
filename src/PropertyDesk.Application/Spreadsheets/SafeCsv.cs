using System.Globalization;
using System.Text;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Spreadsheets;

/// <summary>
/// Writes a sheet as CSV that spreadsheets open as it is meant: UTF-8 with its mark, every cell quoted, lines ended as
/// RFC 4180 has it. A text that a spreadsheet would take for a formula gets an apostrophe in front.
/// </summary>
public static class SafeCsv
{
    private const string Dangerous = "=+-@\t\r＝＋－＠";

    public static byte[] Write(Sheet sheet)
    {
        var text = new StringBuilder();
        Line(text, [.. sheet.Headings.Select(h => h.Title)]);
        foreach (var row in sheet.Rows)
        {
            Line(text, row);
        }

        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static void Line(StringBuilder text, IReadOnlyList<object?> cells) =>
        text.AppendJoin(',', cells.Select(c => $"\"{Cell(c).Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");

    private static string Cell(object? cell) => cell switch
    {
        null or Share { Value: null } => "",
        Money money => money.Yuan.ToString("0.00", CultureInfo.InvariantCulture),
        Share share => share.Value!.Value.ToString(CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal or int => Convert.ToString(cell, CultureInfo.InvariantCulture)!,
        _ => Text(cell.ToString() ?? ""),
    };

    // A tab or line end in front is dangerous itself, so it is looked at before and after trimming.
    private static string Text(string text) =>
        text.Length > 0 && (Dangerous.Contains(text[0], StringComparison.Ordinal) || (text.Trim() is [var first, ..] && Dangerous.Contains(first, StringComparison.Ordinal))) ? "'" + text : text;
}

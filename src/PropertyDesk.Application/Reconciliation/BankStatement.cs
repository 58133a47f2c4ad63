using System.Text;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Imports;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Reconciliation;

namespace PropertyDesk.Application.Reconciliation;

/// <summary>A line of the bank's statement.</summary>
/// <param name="Text">Who paid, or for what.</param>
/// <param name="Fee">What is kept of it; zero where the statement has no such column.</param>
public sealed record BankLine(DateOnly Day, string Reference, Money Amount, string Text, Money Fee);

/// <summary>Reads the statement of a bank or an acquirer (.xlsx, or .csv in UTF-8 or GB18030) by the names of its columns.</summary>
public sealed class BankStatement(IWorkbookReader workbooks)
{
    // What banks write above the table before the header comes.
    private const int LongestPreamble = 20;

    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <returns>Money that came in; of an acquirer also what went back to payers, below zero. What left the bank account is left aside.</returns>
    /// <exception cref="RuleViolation">A column is missing, or a cell cannot be read; the message names row and column.</exception>
    public IReadOnlyList<BankLine> Read(byte[] content, StatementLayout layout)
    {
        var rows = content is [(byte)'P', (byte)'K', ..] ? Sheet(content) : Csv(content);
        string[] names = [layout.DateColumn, layout.ReferenceColumn, layout.AmountColumn, layout.TextColumn, .. layout.FeeColumn is { } fee ? [fee] : Array.Empty<string>()];
        var header = rows.Take(LongestPreamble).FirstOrDefault(row => names.All(n => Column(row.Cells, n) >= 0))
            ?? throw new RuleViolation("对账单里找不到列 {0}，请核对列名设置。", [string.Join("、", names)]);
        var columns = names.Select(n => Column(header.Cells, n)).ToArray();
        return [.. rows.Where(r => r.Number > header.Number && r.Cells.Any(c => c is not null)).Select(r => LineOf(r, columns, names, layout.Source.PaysOut())).OfType<BankLine>()];
    }

    private static BankLine? LineOf(Row row, int[] columns, string[] names, bool withRefunds)
    {
        object? Cell(int i) => columns[i] < row.Cells.Count ? row.Cells[columns[i]] : null;
        var (reference, shown) = (CellText.Of(Cell(1)), CellText.Of(Cell(2)));
        // A summary at the end has no reference; a payment that went out has nothing in this column.
        if (reference.Length == 0 || shown is "" or "-" || CellText.Number(Cell(2)) is 0)
        {
            return null;
        }

        var amount = CellText.Number(Cell(2)) ?? throw new RuleViolation("第 {0} 行“{1}”列的“{2}”不是金额。", [row.Number, names[2], shown]);
        var day = DayOf(Cell(0)) ?? throw new RuleViolation("第 {0} 行“{1}”列的“{2}”不是日期。", [row.Number, names[0], CellText.Of(Cell(0))]);
        if (amount < 0 && !withRefunds)
        {
            return null;
        }

        return new BankLine(
            day, reference.Length <= 64 ? reference : throw new RuleViolation("第 {0} 行“{1}”列太长。", [row.Number, names[1]]), Money.Exact(amount), CellText.Of(Cell(3)),
            names.Length == 5 ? FeeOf(Cell(4), row, names[4]) : Money.Zero);
    }

    private static Money FeeOf(object? cell, Row row, string name)
    {
        var shown = CellText.Of(cell);
        return shown is "" or "-" ? Money.Zero : Money.Exact(CellText.Number(cell) ?? throw new RuleViolation("第 {0} 行“{1}”列的“{2}”不是金额。", [row.Number, name, shown]));
    }

    // Statements often have the time behind the day.
    private static DateOnly? DayOf(object? cell) => CellText.Date(cell) ?? (cell is string text ? CellText.Date(CellText.Of(text).Split(' ', 'T')[0]) : null);

    private List<Row> Sheet(byte[] content) =>
        [.. workbooks.Read(content).Sheets[0].Rows.Select(r => new Row(r.Number, Spread(r.Cells)))];

    private static List<object?> Spread(IReadOnlyDictionary<string, object> cells)
    {
        var row = new List<object?>();
        foreach (var (letter, value) in cells)
        {
            var index = letter.Aggregate(0, (sum, c) => (sum * 26) + c - 'A' + 1) - 1;
            while (row.Count <= index)
            {
                row.Add(null);
            }

            row[index] = value;
        }

        return row;
    }

    private static List<Row> Csv(byte[] content) =>
        [.. CsvText.Read(Text(content)).Select((cells, i) => new Row(i + 1, [.. cells.Select(c => c.Trim() is { Length: > 0 } text ? (object)text : null)]))];

    private static string Text(byte[] content)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Gbk.GetString(content);
        }
    }

    private static int Column(IReadOnlyList<object?> cells, string name)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (CellText.Of(cells[i]) == name)
            {
                return i;
            }
        }

        return -1;
    }

    private sealed record Row(int Number, IReadOnlyList<object?> Cells);
}

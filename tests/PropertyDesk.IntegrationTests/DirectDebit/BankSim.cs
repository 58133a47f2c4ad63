using System.Globalization;
using System.Text;

namespace PropertyDesk.IntegrationTests.DirectDebit;

/// <summary>The three shipped layouts as a bank's own handbook would describe them.</summary>
public enum BankFile
{
    Bars,
    Fixed,
    Csv,
}

/// <summary>A line as the bank read it; the amount in fen.</summary>
public sealed record BankLine(int Sequence, string Agreement, string Account, string Holder, long Fen, string Purpose, string Key);

/// <summary>A file as the bank read it.</summary>
public sealed record BankBatch(string Number, string Merchant, string Date, IReadOnlyList<BankLine> Lines);

/// <summary>
/// A bank that stands for the real one: reads our file as strictly as its handbook says and answers it. It shares no code
/// with the program, so that a mistake in reading or writing cannot hide itself.
/// </summary>
internal sealed class BankSim(BankFile kind)
{
    public const string Paid = "0000";
    public const string NoMoney = "1001";

    private static readonly Encoding Gb = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    // Widths in bytes of header, line and trailer, and of the answer's three records.
    private static readonly int[][] Widths =
    [
        [1, 6, 15, 8, 6, 15], [1, 6, 20, 32, 40, 12, 30, 20], [1, 6, 15],
        [1, 6, 15, 8, 6, 15], [1, 6, 20, 32, 40, 12, 4, 60, 8], [1, 6, 15, 6, 15],
    ];

    // Which fields of each record are numbers, filled up with zeros.
    private static readonly int[][] Numbers = [[1, 4, 5], [1, 5], [1, 2], [1, 4, 5], [1, 5], [1, 2, 3, 4]];

    private Encoding Letters => kind == BankFile.Csv ? new UTF8Encoding(false, true) : Gb;

    /// <exception cref="FormatException">The bank would send it back.</exception>
    public BankBatch Read(byte[] file)
    {
        var text = Letters.GetString(file);
        Demand(Letters.GetBytes(text).SequenceEqual(file), "bytes do not come back");
        Demand(text.EndsWith("\r\n", StringComparison.Ordinal), "no end of line at the end");
        var rows = text[..^2].Split("\r\n");
        var head = Fields(rows[0], 0);
        var tail = Fields(rows[^1], 2);
        var lines = rows[1..^1].Select(r => Fields(r, 1)).Select(f =>
        {
            Demand(f[0] == "D", "a line begins with D");
            return new BankLine(int.Parse(f[1], CultureInfo.InvariantCulture), f[2], f[3], f[4], Fen(f[5]), f[6], f[7]);
        }).ToList();
        Demand(head[0] == "H" && tail[0] == "T", "header or trailer is missing");
        Demand(lines.Select(l => l.Sequence).SequenceEqual(Enumerable.Range(1, lines.Count)), "sequence has a gap");
        foreach (var (count, total) in new[] { (head[4], head[5]), (tail[1], tail[2]) })
        {
            Demand(int.Parse(count, CultureInfo.InvariantCulture) == lines.Count && Fen(total) == lines.Sum(l => l.Fen), "count or total is wrong");
        }

        Demand(lines.Select(l => l.Key).Distinct().Count() == lines.Count, "a key stands twice");
        return new BankBatch(head[1], head[2], head[3], lines);
    }

    /// <summary>The bank's answer, line by line by the code that it gives.</summary>
    public byte[] Answer(BankBatch batch, string date, Func<BankLine, string> code, string? count = null)
    {
        var paid = batch.Lines.Where(l => code(l) == Paid).ToList();
        var rows = new List<byte[]> { Row(3, "H", batch.Number, batch.Merchant, date, count ?? Whole(batch.Lines.Count), Money(batch.Lines.Sum(l => l.Fen))) };
        rows.AddRange(batch.Lines.Select(l => Row(4, "D", Whole(l.Sequence), l.Key, l.Account, l.Holder, Money(l.Fen), code(l), code(l) == Paid ? "成功𠮷" : "失败", code(l) == Paid ? date : "")));
        rows.Add(Row(5, "T", Whole(batch.Lines.Count), Money(batch.Lines.Sum(l => l.Fen)), Whole(paid.Count), Money(paid.Sum(l => l.Fen))));
        return [.. rows.SelectMany(r => r.Concat("\r\n"u8.ToArray()))];
    }

    public string Day(DateOnly day) => day.ToString(kind == BankFile.Csv ? "yyyy-MM-dd" : "yyyyMMdd", CultureInfo.InvariantCulture);

    private string[] Fields(string row, int record)
    {
        if (kind != BankFile.Fixed)
        {
            var cells = row.Split(kind == BankFile.Csv ? ',' : '|');
            Demand(cells.Length == Widths[record].Length, "number of fields");
            return cells;
        }

        var bytes = Gb.GetBytes(row);
        Demand(bytes.Length == Widths[record].Sum(), $"record of {bytes.Length} bytes");
        var (fields, at) = (new List<string>(), 0);
        foreach (var width in Widths[record])
        {
            fields.Add(Gb.GetString(bytes, at, width).TrimEnd(' '));
            at += width;
        }

        return [.. fields];
    }

    private byte[] Row(int record, params string[] fields)
    {
        if (kind != BankFile.Fixed)
        {
            return Letters.GetBytes(string.Join(kind == BankFile.Csv ? ',' : '|', fields));
        }

        var row = new List<byte>();
        foreach (var (i, field) in fields.Index())
        {
            var (bytes, width) = (Gb.GetBytes(field), Widths[record][i]);
            var fill = Enumerable.Repeat((byte)(Numbers[record].Contains(i) ? '0' : ' '), width - bytes.Length);
            row.AddRange(Numbers[record].Contains(i) ? fill.Concat(bytes) : bytes.Concat(fill));
        }

        return [.. row];
    }

    private long Fen(string text) => kind == BankFile.Csv
        ? (long)(decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * 100)
        : long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private string Money(long fen) => kind == BankFile.Csv ? (fen / 100m).ToString("0.00", CultureInfo.InvariantCulture) : Whole(fen);

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Demand(bool isSo, string what)
    {
        if (!isSo)
        {
            throw new FormatException(what);
        }
    }
}

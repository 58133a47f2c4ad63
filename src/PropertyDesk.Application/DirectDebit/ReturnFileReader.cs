using System.Text;
using PropertyDesk.Application.Reconciliation;
using PropertyDesk.Domain;
using PropertyDesk.Domain.DirectDebit;

namespace PropertyDesk.Application.DirectDebit;

/// <summary>A line of a return file.</summary>
/// <param name="Row">In the file, from 1.</param>
/// <param name="Day">On which the bank collected; null where the file does not say.</param>
public sealed record ReturnLine(int Row, string Key, string Account, Money Amount, string Code, string? Text, DateOnly? Day);

/// <summary>
/// Reads a bank's return file and proves it by itself: each record as long as it must be, batch and company ours, count and
/// totals those of the lines. Nothing is returned of a file in which anything does not agree.
/// </summary>
public sealed class ReturnFileReader(DebitFormat format)
{
    private const int LongestShown = 30;
    private const int DigitsShown = 8;

    private readonly Encoding _characters = format.Characters();

    /// <exception cref="RuleViolation">The file is another's, or broken; the message says where and what.</exception>
    public IReadOnlyList<ReturnLine> Read(byte[] content, int batch, string merchantNumber)
    {
        var rows = Rows(content);
        var (header, trailer) = (format.Of(DebitRecord.ReturnHeader), format.Of(DebitRecord.ReturnTrailer));
        var around = (header.Count > 0 ? 1 : 0) + (trailer.Count > 0 ? 1 : 0);
        if (rows.Count <= around)
        {
            throw new RuleViolation("文件不完整：没有明细，或缺少文件头、文件尾。");
        }

        var facts = new List<(FormatField Field, string Value)>();
        if (header.Count > 0)
        {
            facts.AddRange(Record(DebitRecord.ReturnHeader, rows[0], 1));
        }

        if (trailer.Count > 0)
        {
            facts.AddRange(Record(DebitRecord.ReturnTrailer, rows[^1], rows.Count));
        }

        var fileDay = facts.Where(f => f.Field.Field == DebitField.Date).Select(f => format.Day(f.Value)).FirstOrDefault();
        var first = header.Count > 0 ? 1 : 0;
        var lines = Enumerable.Range(first, rows.Count - around).Select(i => LineOf(Record(DebitRecord.ReturnLine, rows[i], i + 1), i + 1, fileDay)).ToList();
        Prove(facts, lines, batch, merchantNumber);
        return lines;
    }

    private void Prove(List<(FormatField Field, string Value)> facts, List<ReturnLine> lines, int batch, string merchantNumber)
    {
        if (lines.GroupBy(l => l.Key, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new RuleViolation("明细编号 {0} 在文件里出现了 {1} 次。", [twice.Key, twice.Count()]);
        }

        var all = LineSum.Of(lines.Select(l => l.Amount));
        var success = LineSum.Of(lines.Where(l => format.Meaning(l.Code) is { IsSuccess: true }).Select(l => l.Amount));
        foreach (var (field, value) in facts)
        {
            var (expected, isTrue) = field.Field switch
            {
                DebitField.BatchNumber => (DebitBatch.Format(batch), DebitText.Number(value) == batch),
                DebitField.MerchantNumber => (merchantNumber, value == merchantNumber),
                DebitField.Count => (Show(all.Count), DebitText.Number(value) == all.Count),
                DebitField.Total => (all.Total.ToString(), format.Amount(value) == all.Total),
                DebitField.SuccessCount => (Show(success.Count), DebitText.Number(value) == success.Count),
                DebitField.SuccessTotal => (success.Total.ToString(), format.Amount(value) == success.Total),
                DebitField.Date => ("", format.Day(value) is not null),
                _ => ("", true),
            };
            if (!isTrue)
            {
                throw field.Field is DebitField.BatchNumber or DebitField.MerchantNumber
                    ? new RuleViolation("文件的{0}是“{1}”，应为 {2}：这不是这个批次的回盘文件。", [field.Field.Name(), Shown(value), expected])
                    : new RuleViolation("文件头或文件尾的{0}是“{1}”，按明细应为 {2}，整个文件没有导入。", [field.Field.Name(), Shown(value), expected]);
            }
        }
    }

    private ReturnLine LineOf(List<(FormatField Field, string Value)> values, int row, DateOnly? fileDay)
    {
        string Of(DebitField field) => values.Find(v => v.Field.Field == field).Value ?? "";
        var key = Of(DebitField.LineKey);
        if (!LineKey.IsWhole(key))
        {
            throw new RuleViolation("第 {0} 行的明细编号“{1}”不是我们的，或已损坏，整个文件没有导入。", [row, Shown(key)]);
        }

        var amount = format.Amount(Of(DebitField.Amount)) ?? throw new RuleViolation("第 {0} 行的{1}“{2}”读不懂。", [row, DebitField.Amount.Name(), Shown(Of(DebitField.Amount))]);
        var (hasDay, typed) = (format.Of(DebitRecord.ReturnLine).Any(f => f.Field == DebitField.BankDate), Of(DebitField.BankDate));
        var day = hasDay ? format.Day(typed) : fileDay;
        if (day is null && typed.Length > 0)
        {
            throw new RuleViolation("第 {0} 行的{1}“{2}”读不懂。", [row, DebitField.BankDate.Name(), Shown(typed)]);
        }

        var code = Of(DebitField.ResultCode);
        if (code.Length is 0 or > 20)
        {
            throw new RuleViolation("第 {0} 行的{1}“{2}”读不懂。", [row, DebitField.ResultCode.Name(), Shown(code)]);
        }

        return new ReturnLine(row, key, Of(DebitField.Account), amount, code, Of(DebitField.ResultText) is { Length: > 0 } text ? text : null, day);
    }

    private List<(FormatField Field, string Value)> Record(DebitRecord record, byte[] bytes, int row)
    {
        var fields = format.Of(record);
        var values = format.Kind == DebitFileKind.FixedWidth ? Slices(record, fields, bytes, row) : Cells(record, fields, bytes, row);
        var pairs = fields.Zip(values).ToList();
        if (pairs.Find(p => p.First.Field == DebitField.Constant && p.Second != p.First.Text) is (not null, _) wrong)
        {
            throw new RuleViolation("第 {0} 行应是{1}，开头的标记却是“{2}”，整个文件没有导入。", [row, DebitRecords.Name(record), Shown(wrong.Second)]);
        }

        return pairs;
    }

    private List<string> Slices(DebitRecord record, IReadOnlyList<FormatField> fields, byte[] bytes, int row)
    {
        var width = fields.Sum(f => f.Width);
        if (bytes.Length != width)
        {
            throw new RuleViolation("第 {0} 行（{1}）长 {2} 字节，应为 {3} 字节，整个文件没有导入。", [row, DebitRecords.Name(record), bytes.Length, width]);
        }

        var (values, at) = (new List<string>(fields.Count), 0);
        foreach (var field in fields)
        {
            values.Add(Plain(Text(bytes.AsSpan(at, field.Width), row), field));
            at += field.Width;
        }

        return values;
    }

    private List<string> Cells(DebitRecord record, IReadOnlyList<FormatField> fields, byte[] bytes, int row)
    {
        var text = Text(bytes, row);
        var cells = format.Separator == ',' ? CsvText.Read(text).FirstOrDefault() ?? [] : [.. text.Split(format.Separator!.Value)];
        return cells.Count == fields.Count
            ? cells.ConvertAll(c => c.Trim())
            : throw new RuleViolation("第 {0} 行（{1}）有 {2} 个字段，应为 {3} 个，整个文件没有导入。", [row, DebitRecords.Name(record), cells.Count, fields.Count]);
    }

    // A number filled up with zeros may be nothing but zeros.
    private static string Plain(string text, FormatField field)
    {
        var plain = field.AlignRight ? text.TrimStart(field.Pad) : text.TrimEnd(field.Pad);
        return plain.Length == 0 && field.Pad == '0' ? "0" : plain;
    }

    private string Text(ReadOnlySpan<byte> bytes, int row)
    {
        try
        {
            return _characters.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new RuleViolation("第 {0} 行的文字不是文件格式里说的编码，整个文件没有导入。", [row]);
        }
    }

    // A line feed is never a part of another character, neither in GB18030 nor in UTF-8.
    private static List<byte[]> Rows(byte[] content)
    {
        var rest = content.AsSpan();
        if (rest.StartsWith("\uFEFF"u8))
        {
            rest = rest[3..];
        }

        var rows = new List<byte[]>();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)'\n');
            var row = end < 0 ? rest : rest[..end];
            rows.Add((row is [.., (byte)'\r'] ? row[..^1] : row).ToArray());
            rest = end < 0 ? default : rest[(end + 1)..];
        }

        while (rows is [.., []])
        {
            rows.RemoveAt(rows.Count - 1);
        }

        return rows;
    }

    // In a broken file an account number may stand where something else should: long numbers are never shown whole.
    private static string Shown(string text)
    {
        var brief = text.Length > LongestShown ? text[..LongestShown] + "…" : text;
        return brief.Count(char.IsAsciiDigit) > DigitsShown ? "****" + brief[^4..] : brief;
    }

    private static string Show(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

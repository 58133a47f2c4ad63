using System.Globalization;
using System.Text;
using PropertyDesk.Domain;
using PropertyDesk.Domain.DirectDebit;

namespace PropertyDesk.Application.DirectDebit;

/// <summary>What the file says as a whole.</summary>
public sealed record DebitFileHead(int Batch, string MerchantNumber, DateOnly Date, string Purpose);

/// <summary>A line of the file, with its account in clear.</summary>
public sealed record DebitFileLine(int Sequence, string AgreementNumber, string Account, string Holder, Money Amount, string Key);

/// <summary>
/// Writes a batch as its format says. A holder's name is cut to its width between characters; whatever else is too long, or
/// cannot be written, is refused with the line named.
/// </summary>
public sealed class DebitFileWriter(DebitFormat format)
{
    private readonly Encoding _characters = format.Characters();

    /// <exception cref="RuleViolation">A field does not fit; the message names line and field, and never an account number.</exception>
    public byte[] Write(DebitFileHead head, IReadOnlyList<DebitFileLine> lines)
    {
        var sum = LineSum.Of(lines.Select(l => l.Amount));
        using var file = new MemoryStream();
        Record(file, DebitRecord.Header, head, sum, null);
        foreach (var line in lines)
        {
            Record(file, DebitRecord.Line, head, sum, line);
        }

        Record(file, DebitRecord.Trailer, head, sum, null);
        return file.ToArray();
    }

    private void Record(MemoryStream file, DebitRecord record, DebitFileHead head, LineSum sum, DebitFileLine? line)
    {
        var fields = format.Of(record);
        for (var i = 0; i < fields.Count; i++)
        {
            if (i > 0 && format.Separator is { } separator && format.Kind == DebitFileKind.Separated)
            {
                file.WriteByte((byte)separator);
            }

            file.Write(Bytes(fields[i], Value(fields[i], head, sum, line), record, line));
        }

        if (fields.Count > 0)
        {
            file.Write("\r\n"u8);
        }
    }

    private string Value(FormatField field, DebitFileHead head, LineSum sum, DebitFileLine? line) => field.Field switch
    {
        DebitField.Constant => field.Text ?? "",
        DebitField.BatchNumber => DebitBatch.Format(head.Batch),
        DebitField.MerchantNumber => head.MerchantNumber,
        DebitField.Date => format.Write(head.Date),
        DebitField.Purpose => head.Purpose,
        DebitField.Count => sum.Count.ToString(CultureInfo.InvariantCulture),
        DebitField.Total => format.Write(sum.Total),
        DebitField.Sequence => (line?.Sequence ?? 0).ToString(CultureInfo.InvariantCulture),
        DebitField.AgreementNumber => line?.AgreementNumber ?? "",
        DebitField.Account => line?.Account ?? "",
        DebitField.Holder => line?.Holder ?? "",
        DebitField.Amount => format.Write(line?.Amount ?? Money.Zero),
        DebitField.LineKey => line?.Key ?? "",
        _ => "",
    };

    private byte[] Bytes(FormatField field, string value, DebitRecord record, DebitFileLine? line)
    {
        if (value.Any(char.IsControl) || (format.Kind == DebitFileKind.Separated && (value.Contains(format.Separator!.Value) || value.Contains('"'))))
        {
            throw Refusal("{0}的{1}里有分隔符、引号或换行，不能写入文件，请改正后再导出。", field, record, line);
        }

        byte[] bytes;
        try
        {
            bytes = field is { Field: DebitField.Holder, Width: > 0 } ? Cut(value, field.Width) : _characters.GetBytes(value);
        }
        catch (EncoderFallbackException)
        {
            throw Refusal("{0}的{1}里有文件编码写不出的字，请改正后再导出。", field, record, line);
        }

        if (field.Width > 0 && bytes.Length > field.Width)
        {
            throw Refusal("{0}的{1}超过 {2} 字节，请改正资料或文件格式后再导出。", field, record, line, field.Width);
        }

        return format.Kind == DebitFileKind.Separated ? bytes : Fill(bytes, field);
    }

    // By what a reader sees as one character: a selector of a variant belongs to the character before it.
    private byte[] Cut(string name, int width)
    {
        var kept = new List<byte>();
        var elements = StringInfo.GetTextElementEnumerator(name);
        while (elements.MoveNext())
        {
            var bytes = _characters.GetBytes(elements.GetTextElement());
            if (kept.Count + bytes.Length > width)
            {
                break;
            }

            kept.AddRange(bytes);
        }

        return [.. kept];
    }

    private static byte[] Fill(byte[] bytes, FormatField field)
    {
        var filled = new byte[field.Width];
        Array.Fill(filled, (byte)field.Pad);
        bytes.CopyTo(filled, field.AlignRight ? field.Width - bytes.Length : 0);
        return filled;
    }

    private static RuleViolation Refusal(string message, FormatField field, DebitRecord record, DebitFileLine? line, int? width = null)
    {
        var where = line is null ? Texts.Of(DebitRecords.Name(record)) : Texts.Of("第 {0} 行（{1}）", line.Sequence, line.Holder);
        return new RuleViolation(message, width is { } most ? [where, field.Field.Name(), most] : [where, field.Field.Name()]);
    }
}

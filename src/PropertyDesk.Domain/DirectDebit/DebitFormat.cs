using System.Text.Json;
using System.Text.Json.Serialization;

namespace PropertyDesk.Domain.DirectDebit;

/// <summary>How the fields of a record are told apart.</summary>
public enum DebitFileKind
{
    /// <summary>定长: by their width in bytes.</summary>
    FixedWidth,

    /// <summary>分隔符: by a character between them.</summary>
    Separated,
}

/// <summary>The characters of a file.</summary>
public enum DebitFileEncoding
{
    /// <summary>GB18030, which holds GBK and GB2312.</summary>
    Gb18030,

    /// <summary>UTF-8 without a mark at its beginning.</summary>
    Utf8,
}

/// <summary>How amounts are written.</summary>
public enum DebitAmountUnit
{
    /// <summary>分: whole fen without a point.</summary>
    Fen,

    /// <summary>元: yuan with two decimals.</summary>
    Yuan,
}

/// <summary>The records of the file that goes out and of the one that comes back.</summary>
public enum DebitRecord
{
    /// <summary>文件头</summary>
    Header,

    /// <summary>明细</summary>
    Line,

    /// <summary>文件尾</summary>
    Trailer,

    /// <summary>回盘文件头</summary>
    ReturnHeader,

    /// <summary>回盘明细</summary>
    ReturnLine,

    /// <summary>回盘文件尾</summary>
    ReturnTrailer,
}

/// <summary>A field of a record, in its order.</summary>
/// <param name="Width">In bytes of the file's encoding; in separated files the most there may be, 0 for any.</param>
/// <param name="AlignRight">Filled up on the left.</param>
/// <param name="Pad">What fills a fixed width up; one ASCII character.</param>
/// <param name="Text">Of a constant field.</param>
public sealed record FormatField(DebitField Field, int Width = 0, bool AlignRight = false, char Pad = ' ', string? Text = null);

/// <summary>What a result code of the bank means.</summary>
/// <param name="Meaning">In plain words, as the desk tells the owner.</param>
public sealed record ResultCode(string Code, bool IsSuccess, string Meaning);

/// <summary>A bank's file layout (文件格式): both directions, described by data alone.</summary>
/// <param name="Separator">One character; none in files of fixed width.</param>
/// <param name="DashedDays">Days as 2025-05-20; otherwise 20250520.</param>
public sealed record DebitFormat(
    DebitFileKind Kind,
    DebitFileEncoding Encoding,
    char? Separator,
    DebitAmountUnit Unit,
    bool DashedDays,
    IReadOnlyDictionary<DebitRecord, IReadOnlyList<FormatField>> Records,
    IReadOnlyList<ResultCode> Codes)
{
    private const int LongestRecord = 4_000;

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The fields of a record; none where the file has no such record.</summary>
    public IReadOnlyList<FormatField> Of(DebitRecord record) => Records.GetValueOrDefault(record) ?? [];

    /// <summary>What the code means; null where it is not described.</summary>
    public ResultCode? Meaning(string code) => Codes.FirstOrDefault(c => c.Code == code);

    public static DebitFormat FromJson(string json) => JsonSerializer.Deserialize<DebitFormat>(json, Json)!;

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="RuleViolation">Something is missing, stands twice, or cannot be written.</exception>
    public void Require()
    {
        if (Kind == DebitFileKind.Separated && Separator is null or '"' or '\r' or '\n' or (>= '0' and <= '9'))
        {
            throw new RuleViolation("请填写分隔符：一个字符，不能是数字或引号。", field: "Separator");
        }

        foreach (var record in Enum.GetValues<DebitRecord>())
        {
            RequireFields(record);
        }

        RequireParts(DebitRecord.Line, DebitField.LineKey, DebitField.Account, DebitField.Holder, DebitField.Amount);
        RequireParts(DebitRecord.ReturnLine, DebitField.LineKey, DebitField.Account, DebitField.Amount, DebitField.ResultCode);
        RequireAround(DebitField.Count);
        RequireAround(DebitField.Total);
        if (Of(DebitRecord.ReturnLine).All(f => f.Field != DebitField.BankDate) && Of(DebitRecord.ReturnHeader).All(f => f.Field != DebitField.Date))
        {
            throw new RuleViolation("回盘文件须有扣款日期：在明细里，或用文件头的日期。");
        }

        RequireCodes();
    }

    private void RequireFields(DebitRecord record)
    {
        var fields = Of(record);
        if (fields.Where(f => f.Field != DebitField.Constant).GroupBy(f => f.Field).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new RuleViolation("{0}里的{1}出现了两次。", [DebitRecords.Name(record), twice.Key.Name()]);
        }

        foreach (var field in fields)
        {
            if (field.Width < 0 || (Kind == DebitFileKind.FixedWidth && field.Width == 0))
            {
                throw new RuleViolation("{0}里的{1}须填宽度（字节）。", [DebitRecords.Name(record), field.Field.Name()]);
            }

            if (field.Pad is < ' ' or > '~' || (field.Field == DebitField.Constant && string.IsNullOrEmpty(field.Text)))
            {
                throw new RuleViolation("{0}里的{1}须填固定文字，补位须是一个英文字符。", [DebitRecords.Name(record), field.Field.Name()]);
            }
        }

        if (fields.Sum(f => f.Width) > LongestRecord)
        {
            throw new RuleViolation("{0}太长，最多 {1} 字节。", [DebitRecords.Name(record), LongestRecord]);
        }
    }

    private void RequireParts(DebitRecord record, params DebitField[] needed)
    {
        if (Array.Find(needed, n => Of(record).All(f => f.Field != n)) is var missing && missing != DebitField.Constant)
        {
            throw new RuleViolation("{0}里缺少{1}。", [DebitRecords.Name(record), missing.Name()]);
        }
    }

    // Nothing of a return file is booked before its own count and total are proven.
    private void RequireAround(DebitField field)
    {
        if (!Of(DebitRecord.ReturnHeader).Concat(Of(DebitRecord.ReturnTrailer)).Any(f => f.Field == field))
        {
            throw new RuleViolation("回盘文件头或文件尾里缺少{0}。", [field.Name()]);
        }
    }

    private void RequireCodes()
    {
        if (Codes.Any(c => c.Code.Length is 0 or > 20 || c.Meaning.Length is 0 or > 100))
        {
            throw new RuleViolation("每个结果代码都要写明含义，代码最多 20 个字，含义最多 100 个字。");
        }

        if (Codes.GroupBy(c => c.Code, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new RuleViolation("结果代码 {0} 出现了两次。", [twice.Key]);
        }

        if (!Codes.Any(c => c.IsSuccess))
        {
            throw new RuleViolation("至少要有一个表示成功的结果代码。");
        }
    }
}

/// <summary>What is true of each record.</summary>
public static class DebitRecords
{
    /// <summary>How refusals name it; the key of its English.</summary>
    public static string Name(DebitRecord record) => record switch
    {
        DebitRecord.Header => "文件头",
        DebitRecord.Line => "明细",
        DebitRecord.Trailer => "文件尾",
        DebitRecord.ReturnHeader => "回盘文件头",
        DebitRecord.ReturnLine => "回盘明细",
        _ => "回盘文件尾",
    };

    /// <summary>What may stand in it.</summary>
    public static IReadOnlyList<DebitField> Fields(DebitRecord record) => record switch
    {
        DebitRecord.Header or DebitRecord.Trailer => [DebitField.Constant, DebitField.BatchNumber, DebitField.MerchantNumber, DebitField.Date, DebitField.Count, DebitField.Total, DebitField.Purpose],
        DebitRecord.Line => [DebitField.Constant, DebitField.Sequence, DebitField.AgreementNumber, DebitField.Account, DebitField.Holder, DebitField.Amount, DebitField.Purpose, DebitField.LineKey, DebitField.BatchNumber, DebitField.MerchantNumber, DebitField.Date],
        DebitRecord.ReturnLine => [DebitField.Constant, DebitField.Sequence, DebitField.AgreementNumber, DebitField.Account, DebitField.Holder, DebitField.Amount, DebitField.Purpose, DebitField.LineKey, DebitField.ResultCode, DebitField.ResultText, DebitField.BankDate],
        _ => [DebitField.Constant, DebitField.BatchNumber, DebitField.MerchantNumber, DebitField.Date, DebitField.Count, DebitField.Total, DebitField.SuccessCount, DebitField.SuccessTotal],
    };
}

namespace PropertyDesk.Domain.DirectDebit;

/// <summary>Layouts to begin with: banks differ, but most are near one of these three.</summary>
public static class ShippedFormats
{
    private static readonly IReadOnlyList<ResultCode> Codes =
    [
        new("0000", true, "扣款成功"),
        new("1001", false, "余额不足"),
        new("1002", false, "账号或户名不符"),
        new("1003", false, "账户已冻结或销户"),
        new("1004", false, "没有签约或协议已撤销"),
        new("1005", false, "超过银行限额"),
    ];

    /// <summary>竖线分隔: fields of any length between bars, amounts in fen.</summary>
    public static DebitFormat Bars { get; } = new(DebitFileKind.Separated, DebitFileEncoding.Gb18030, '|', DebitAmountUnit.Fen, DashedDays: false, Loose(60, 40), Codes);

    /// <summary>CSV: as a spreadsheet opens it, amounts in yuan.</summary>
    public static DebitFormat Csv { get; } = new(DebitFileKind.Separated, DebitFileEncoding.Utf8, ',', DebitAmountUnit.Yuan, DashedDays: true, Loose(120, 80), Codes);

    /// <summary>定长: fields of fixed width, amounts in fen with leading zeros.</summary>
    public static DebitFormat Fixed { get; } = new(DebitFileKind.FixedWidth, DebitFileEncoding.Gb18030, null, DebitAmountUnit.Fen, DashedDays: false, Wide(), Codes);

    private static Dictionary<DebitRecord, IReadOnlyList<FormatField>> Loose(int holder, int purpose) => new()
    {
        [DebitRecord.Header] = [Mark("H"), new(DebitField.BatchNumber), new(DebitField.MerchantNumber), new(DebitField.Date), new(DebitField.Count), new(DebitField.Total)],
        [DebitRecord.Line] =
        [
            Mark("D"), new(DebitField.Sequence), new(DebitField.AgreementNumber), new(DebitField.Account), new(DebitField.Holder, holder), new(DebitField.Amount),
            new(DebitField.Purpose, purpose), new(DebitField.LineKey),
        ],
        [DebitRecord.Trailer] = [Mark("T"), new(DebitField.Count), new(DebitField.Total)],
        [DebitRecord.ReturnHeader] = [Mark("H"), new(DebitField.BatchNumber), new(DebitField.MerchantNumber), new(DebitField.Date), new(DebitField.Count), new(DebitField.Total)],
        [DebitRecord.ReturnLine] =
        [
            Mark("D"), new(DebitField.Sequence), new(DebitField.LineKey), new(DebitField.Account), new(DebitField.Holder), new(DebitField.Amount),
            new(DebitField.ResultCode), new(DebitField.ResultText), new(DebitField.BankDate),
        ],
        [DebitRecord.ReturnTrailer] = [Mark("T"), new(DebitField.Count), new(DebitField.Total), new(DebitField.SuccessCount), new(DebitField.SuccessTotal)],
    };

    private static Dictionary<DebitRecord, IReadOnlyList<FormatField>> Wide() => new()
    {
        [DebitRecord.Header] = [Mark("H", 1), Digits(DebitField.BatchNumber, 6), new(DebitField.MerchantNumber, 15), new(DebitField.Date, 8), Digits(DebitField.Count, 6), Digits(DebitField.Total, 15)],
        [DebitRecord.Line] =
        [
            Mark("D", 1), Digits(DebitField.Sequence, 6), new(DebitField.AgreementNumber, 20), new(DebitField.Account, 32), new(DebitField.Holder, 40), Digits(DebitField.Amount, 12),
            new(DebitField.Purpose, 30), new(DebitField.LineKey, 20),
        ],
        [DebitRecord.Trailer] = [Mark("T", 1), Digits(DebitField.Count, 6), Digits(DebitField.Total, 15)],
        [DebitRecord.ReturnHeader] = [Mark("H", 1), Digits(DebitField.BatchNumber, 6), new(DebitField.MerchantNumber, 15), new(DebitField.Date, 8), Digits(DebitField.Count, 6), Digits(DebitField.Total, 15)],
        [DebitRecord.ReturnLine] =
        [
            Mark("D", 1), Digits(DebitField.Sequence, 6), new(DebitField.LineKey, 20), new(DebitField.Account, 32), new(DebitField.Holder, 40), Digits(DebitField.Amount, 12),
            new(DebitField.ResultCode, 4), new(DebitField.ResultText, 60), new(DebitField.BankDate, 8),
        ],
        [DebitRecord.ReturnTrailer] = [Mark("T", 1), Digits(DebitField.Count, 6), Digits(DebitField.Total, 15), Digits(DebitField.SuccessCount, 6), Digits(DebitField.SuccessTotal, 15)],
    };

    private static FormatField Mark(string text, int width = 0) => new(DebitField.Constant, width, Text: text);

    private static FormatField Digits(DebitField field, int width) => new(field, width, AlignRight: true, Pad: '0');
}

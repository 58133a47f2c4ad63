using PropertyDesk.Domain.DirectDebit;

namespace PropertyDesk.Application;

/// <summary>The words of bank direct debit.</summary>
public static partial class Words
{
    public static string Of(DebitBatchState state) => state switch
    {
        DebitBatchState.Drafted => Texts.Of("待导出"),
        DebitBatchState.Exported => Texts.Of("已导出"),
        DebitBatchState.Returned => Texts.Of("已回盘"),
        DebitBatchState.Settled => Texts.Of("已完成"),
        DebitBatchState.Cancelled => Texts.Of("已取消"),
        _ => state.ToString(),
    };

    public static string Of(DebitLineState state) => state switch
    {
        DebitLineState.Waiting => Texts.Of("待扣款"),
        DebitLineState.Collected => Texts.Of("待入账"),
        DebitLineState.Booked => Texts.Of("已入账"),
        DebitLineState.Failed => Texts.Of("扣款失败"),
        DebitLineState.Held => Texts.Of("待判断"),
        DebitLineState.TakenOut => Texts.Of("已移出"),
        _ => state.ToString(),
    };

    public static string Of(LeftOutReason reason) => reason switch
    {
        LeftOutReason.NoMandate => Texts.Of("没有委托"),
        LeftOutReason.MandateNotValid => Texts.Of("委托不在有效期"),
        LeftOutReason.InAnotherBatch => Texts.Of("已在另一批次"),
        LeftOutReason.PayingOnline => Texts.Of("正在线上支付"),
        LeftOutReason.Disputed => Texts.Of("有异议"),
        LeftOutReason.OverLimit => Texts.Of("超过单次限额"),
        _ => reason.ToString(),
    };

    public static string Of(DebitField field) => Texts.Of(field.Name());

    public static string Of(DebitRecord record) => Texts.Of(DebitRecords.Name(record));

    public static string Of(DebitFileKind kind) => kind == DebitFileKind.FixedWidth ? Texts.Of("定长") : Texts.Of("分隔符");

    public static string Of(DebitFileEncoding encoding) => encoding == DebitFileEncoding.Utf8 ? "UTF-8" : "GB18030";

    public static string Of(DebitAmountUnit unit) => unit == DebitAmountUnit.Fen ? Texts.Of("分（整数）") : Texts.Of("元（两位小数）");
}

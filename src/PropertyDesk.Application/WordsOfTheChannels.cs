using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Reconciliation;

namespace PropertyDesk.Application;

/// <summary>The words of online payments and of reconciliation.</summary>
public static partial class Words
{
    public static string Of(ChannelKind kind) => Of(kind.Method());

    /// <summary>As an owner chooses among them.</summary>
    public static string Of(ChannelWay way) => way switch
    {
        ChannelWay.Native => Texts.Of("微信扫码"),
        ChannelWay.Jsapi => Texts.Of("微信支付"),
        ChannelWay.Precreate => Texts.Of("支付宝扫码"),
        ChannelWay.Page or ChannelWay.Wap => Texts.Of("支付宝"),
        _ => way.ToString(),
    };

    /// <summary>As the desk tells them apart.</summary>
    public static string Exactly(ChannelWay way) => way switch
    {
        ChannelWay.Jsapi => Texts.Of("微信内支付"),
        ChannelWay.Page => Texts.Of("支付宝电脑网页"),
        ChannelWay.Wap => Texts.Of("支付宝手机网页"),
        _ => Of(way),
    };

    public static string Of(ChannelOrderState state) => state switch
    {
        ChannelOrderState.Created => Texts.Of("正在联系渠道"),
        ChannelOrderState.Offered => Texts.Of("待支付"),
        ChannelOrderState.Paid => Texts.Of("已支付"),
        ChannelOrderState.Closed => Texts.Of("已关闭"),
        _ => state.ToString(),
    };

    public static string Of(ChannelCaseReason reason) => reason switch
    {
        ChannelCaseReason.UnknownOrder => Texts.Of("订单不明"),
        ChannelCaseReason.AmountDiffers => Texts.Of("金额不符"),
        ChannelCaseReason.PaidTwice => Texts.Of("重复支付"),
        ChannelCaseReason.BookingRefused => Texts.Of("入账受阻"),
        ChannelCaseReason.UnknownRefund => Texts.Of("退款不明"),
        _ => reason.ToString(),
    };

    public static string Of(ChannelCaseState state) => state switch
    {
        ChannelCaseState.Open => Texts.Of("待处理"),
        ChannelCaseState.Booked => Texts.Of("已入账"),
        ChannelCaseState.Closed => Texts.Of("已关闭"),
        _ => state.ToString(),
    };

    public static string Of(MoneySource source) => source switch
    {
        MoneySource.Bank => Texts.Of("银行账户"),
        MoneySource.CardTerminal => Texts.Of("刷卡收单"),
        MoneySource.DeskCode => Texts.Of("收款码"),
        _ => Of(source.Method()),
    };

    public static string Of(ReconciliationKind kind) => kind switch
    {
        ReconciliationKind.Matched => Texts.Of("一致"),
        ReconciliationKind.OnlyOurs => Texts.Of("仅我方有"),
        ReconciliationKind.OnlyTheirs => Texts.Of("仅对方有"),
        ReconciliationKind.AmountDiffers => Texts.Of("金额不符"),
        _ => kind.ToString(),
    };
}

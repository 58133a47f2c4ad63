namespace PropertyDesk.Domain.Channels;

/// <summary>How an owner reaches a channel with an order.</summary>
public enum ChannelWay
{
    /// <summary>微信扫码: a code that WeChat scans.</summary>
    Native,

    /// <summary>微信内支付 (JSAPI): the page itself calls up the payment, inside WeChat's browser.</summary>
    Jsapi,

    /// <summary>支付宝扫码: a code that Alipay scans.</summary>
    Precreate,

    /// <summary>支付宝电脑网站支付: the browser goes to Alipay's page and comes back.</summary>
    Page,

    /// <summary>支付宝手机网站支付: the phone's browser goes to Alipay's page or program and comes back.</summary>
    Wap,
}

/// <summary>What is true of each way.</summary>
public static class ChannelWays
{
    public static ChannelKind Kind(this ChannelWay way) => way is ChannelWay.Native or ChannelWay.Jsapi ? ChannelKind.WeChatPay : ChannelKind.Alipay;

    /// <summary>The way that works everywhere: a code to be scanned.</summary>
    public static ChannelWay Code(this ChannelKind kind) => kind == ChannelKind.WeChatPay ? ChannelWay.Native : ChannelWay.Precreate;

    /// <summary>A code stands on our page until it is scanned.</summary>
    public static bool IsCode(this ChannelWay way) => way is ChannelWay.Native or ChannelWay.Precreate;

    /// <summary>The browser leaves for the channel's page, which hears of the order only then.</summary>
    public static bool LeavesForChannel(this ChannelWay way) => way is ChannelWay.Page or ChannelWay.Wap;
}

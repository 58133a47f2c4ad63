using PropertyDesk.Domain.Channels;

namespace PropertyDesk.Application.Channels;

/// <summary>In what kind of browser an owner looks at the portal.</summary>
public enum PayerBrowser
{
    Desktop,

    Phone,

    /// <summary>The browser inside WeChat: it can call up a payment, and opens no other channel's page.</summary>
    WeChat,
}

/// <summary>Which ways to pay fit which browser.</summary>
public static class PayerBrowsers
{
    /// <param name="isDirect">The company's account is set up for paying without scanning.</param>
    public static IReadOnlyList<ChannelWay> Ways(PayerBrowser browser, ChannelKind kind, bool isDirect) => (kind, browser) switch
    {
        (ChannelKind.WeChatPay, PayerBrowser.WeChat) when isDirect => [ChannelWay.Jsapi],
        (ChannelKind.Alipay, PayerBrowser.Desktop) when isDirect => [ChannelWay.Page, ChannelWay.Precreate],
        (ChannelKind.Alipay, PayerBrowser.Phone) when isDirect => [ChannelWay.Wap, ChannelWay.Precreate],
        _ => [kind.Code()],
    };
}

namespace PropertyDesk.Application.Channels;

/// <summary>Payment inside WeChat's browser: who looks at the page, and what the page hands to WeChat.</summary>
public interface IWeChatBrowser
{
    /// <summary>Where the browser goes to be told who looks at it; WeChat asks the owner nothing and sends it back with a code.</summary>
    /// <param name="back">The configured address, which WeChat knows.</param>
    /// <param name="state">At most 128 letters and digits; it comes back unchanged.</param>
    Uri AuthorisationAddress(ChannelAccess access, string back, string state);

    /// <summary>Exchanges a code; WeChat does so once.</summary>
    /// <returns>The openid.</returns>
    /// <exception cref="ChannelRefusal">The code is not WeChat's, of another app, too old, or was used.</exception>
    /// <exception cref="ChannelUnavailable">No answer.</exception>
    Task<string> PayerAsync(ChannelAccess access, string code, CancellationToken cancel);

    /// <summary>What the page hands to WeChat, signed with the merchant's key.</summary>
    WeChatPageCall PageCall(ChannelAccess access, string prepayId);
}

/// <summary>The parameters of getBrandWCPayRequest.</summary>
/// <param name="TimeStamp">Unix seconds.</param>
public sealed record WeChatPageCall(string AppId, string TimeStamp, string NonceStr, string Package, string SignType, string PaySign);

/// <summary>Payment on Alipay's own page.</summary>
public interface IAlipayPages
{
    /// <summary>The signed address to which the browser goes; always the channel's own host.</summary>
    Uri AddressOf(ChannelAccess access, OfferedOrder order);
}

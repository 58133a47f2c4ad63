namespace PropertyDesk.Infrastructure.Channels;

/// <summary>
/// Where the channels are. In production always the channels themselves; a simulator is taken on this machine only and in
/// development only, so that no configuration can make a production desk believe it.
/// </summary>
public sealed class ChannelGateways
{
    public const string Section = "Channels";

    private static readonly Uri WeChatPayItself = new("https://api.mch.weixin.qq.com");
    private static readonly Uri AlipayItself = new("https://openapi.alipay.com");
    private static readonly Uri WeChatPagesThemselves = new("https://open.weixin.qq.com");
    private static readonly Uri WeChatUsersThemselves = new("https://api.weixin.qq.com");

    /// <param name="simulator">Null for the channels themselves.</param>
    /// <exception cref="InvalidOperationException">A simulator outside of development, or on another machine.</exception>
    public ChannelGateways(string? simulator, bool isDevelopment)
    {
        if (string.IsNullOrWhiteSpace(simulator))
        {
            (WeChatPay, Alipay) = (WeChatPayItself, AlipayItself);
            (WeChatPages, WeChatUsers) = (WeChatPagesThemselves, WeChatUsersThemselves);
            return;
        }

        if (!isDevelopment || !Uri.TryCreate(simulator, UriKind.Absolute, out var address) || !address.IsLoopback)
        {
            throw new InvalidOperationException($"{Section}:Simulator is for development on this machine only. Remove it: payments would be believed that nobody made.");
        }

        (WeChatPay, Alipay, IsSimulated) = (address, address, true);
        (WeChatPages, WeChatUsers) = (address, address);
    }

    public Uri WeChatPay { get; }

    public Uri Alipay { get; }

    /// <summary>To which WeChat's browser goes to be told who looks at a page.</summary>
    public Uri WeChatPages { get; }

    /// <summary>Which exchanges the code for it.</summary>
    public Uri WeChatUsers { get; }

    /// <summary>No real money moves.</summary>
    public bool IsSimulated { get; }
}

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

    /// <param name="simulator">Null for the channels themselves.</param>
    /// <exception cref="InvalidOperationException">A simulator outside of development, or on another machine.</exception>
    public ChannelGateways(string? simulator, bool isDevelopment)
    {
        if (string.IsNullOrWhiteSpace(simulator))
        {
            (WeChatPay, Alipay) = (WeChatPayItself, AlipayItself);
            return;
        }

        if (!isDevelopment || !Uri.TryCreate(simulator, UriKind.Absolute, out var address) || !address.IsLoopback)
        {
            throw new InvalidOperationException($"{Section}:Simulator is for development on this machine only. Remove it: payments would be believed that nobody made.");
        }

        (WeChatPay, Alipay, IsSimulated) = (address, address, true);
    }

    public Uri WeChatPay { get; }

    public Uri Alipay { get; }

    /// <summary>No real money moves.</summary>
    public bool IsSimulated { get; }
}

namespace PropertyDesk.Infrastructure.Sms;

/// <summary>
/// Where the SMS providers are. Only the host's configuration can name others (a proxy, or a stand-in on this machine);
/// no page can.
/// </summary>
public sealed class SmsGateways
{
    public const string AliyunSetting = "Sms:AliyunEndpoint";
    public const string TencentSetting = "Sms:TencentEndpoint";

    /// <param name="aliyun">Null for the provider itself.</param>
    /// <param name="tencent">Null for the provider itself.</param>
    /// <exception cref="InvalidOperationException">An address that is not HTTPS, outside of this machine.</exception>
    public SmsGateways(string? aliyun, string? tencent) =>
        (Aliyun, Tencent) = (Address(aliyun, "https://dysmsapi.aliyuncs.com", AliyunSetting), Address(tencent, "https://sms.tencentcloudapi.com", TencentSetting));

    public Uri Aliyun { get; }

    public Uri Tencent { get; }

    private static Uri Address(string? configured, string usual, string setting)
    {
        var address = new Uri(string.IsNullOrWhiteSpace(configured) ? usual : configured, UriKind.Absolute);
        return address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)
            ? address
            : throw new InvalidOperationException($"{setting} must be an https address, or http on this machine.");
    }
}

using System.Security.Cryptography;

namespace PropertyDesk.GatewaySim;

/// <summary>Keys of the merchant and of the gateway, made at start: nothing signed by a real channel, or by another run, fits.</summary>
public sealed class GatewayKeys : IDisposable
{
    public const string MerchantId = "1900000109";
    public const string WeChatAppId = "wxd678efh567hg6787";
    public const string CertificateSerial = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";
    public const string ChannelKeyId = "PUB_KEY_ID_0114232134912410000000000000";
    public const string NewChannelKeyId = "PUB_KEY_ID_0114232134912410000000000001";
    public const string AlipayAppId = "2021000000000001";
    public const string SellerId = "2088000000000001";

    public RSA Merchant { get; } = RSA.Create(2048);

    public RSA Gateway { get; } = RSA.Create(2048);

    /// <summary>The key that the gateway changes to.</summary>
    public RSA NewGateway { get; } = RSA.Create(2048);

    /// <summary>A key that is nobody's.</summary>
    public RSA Stranger { get; } = RSA.Create(2048);

    /// <summary>32 characters.</summary>
    public string ApiKey { get; } = RandomNumberGenerator.GetHexString(32);

    /// <summary>WeChat's secret of the app.</summary>
    public string AppSecret { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    public string NewGatewayPublicPem => NewGateway.ExportSubjectPublicKeyInfoPem();

    public string MerchantPrivatePem => Merchant.ExportPkcs8PrivateKeyPem();

    public string GatewayPublicPem => Gateway.ExportSubjectPublicKeyInfoPem();

    public void Dispose()
    {
        Merchant.Dispose();
        Gateway.Dispose();
        NewGateway.Dispose();
        Stranger.Dispose();
    }
}

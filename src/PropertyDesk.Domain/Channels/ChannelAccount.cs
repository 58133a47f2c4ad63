using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Domain.Channels;

/// <summary>A company's merchant account at a channel. Its secrets are kept encrypted and never shown again.</summary>
public sealed class ChannelAccount : CompanyOwned
{
    private ChannelAccount()
    {
    }

    public ChannelAccount(Company company, ChannelKind kind)
        : base(company.Id) => Kind = kind;

    public ChannelKind Kind { get; private set; }

    /// <summary>商户号 (mchid), or of Alipay the seller's number (seller_id).</summary>
    public string MerchantId { get; private set; } = "";

    public string AppId { get; private set; } = "";

    /// <summary>WeChat Pay: serial of our certificate, sent with each request. Alipay has none.</summary>
    public string? CertificateSerial { get; private set; }

    /// <summary>Our RSA key (PEM), encrypted.</summary>
    public string ProtectedPrivateKey { get; private set; } = "";

    /// <summary>WeChat Pay: the APIv3 key, encrypted.</summary>
    public string? ProtectedApiKey { get; private set; }

    /// <summary>WeChat Pay: the name of the channel's key, as its messages carry it.</summary>
    public string? ChannelKeyId { get; private set; }

    /// <summary>The channel's public RSA key (PEM): proves what it sends.</summary>
    public string ChannelKey { get; private set; } = "";

    /// <summary>The channel's next or former key while it changes keys: what either signs is proven.</summary>
    public string? OtherChannelKeyId { get; private set; }

    public string? OtherChannelKey { get; private set; }

    /// <summary>WeChat Pay: the app's secret, encrypted; with it the channel tells who looks at the page inside WeChat.</summary>
    public string? ProtectedAppSecret { get; private set; }

    /// <summary>Owners may pay without scanning: inside WeChat's browser, or on Alipay's own page.</summary>
    public bool IsDirect { get; private set; }

    /// <summary>Owners may choose it. Notices and queries are answered either way: money may be on its way.</summary>
    public bool IsOffered { get; private set; }

    public string ChangedBy { get; private set; } = "";

    public DateTimeOffset ChangedAt { get; private set; }

    /// <param name="secrets">Encrypted; null keeps what is there.</param>
    /// <exception cref="RuleViolation">Something that the channel needs is missing.</exception>
    public void Change(ChannelIdentity identity, ProtectedSecrets secrets, bool isOffered, string by, DateTimeOffset now)
    {
        MerchantId = Require.Text(identity.MerchantId, "商户号", 64);
        AppId = Require.Text(identity.AppId, "应用 ID", 64);
        ChannelKey = Require.Text(identity.ChannelKey, "渠道公钥", 4000);
        if (Kind == ChannelKind.WeChatPay)
        {
            CertificateSerial = Require.Text(identity.CertificateSerial, "商户证书序列号", 64);
            ChannelKeyId = Require.Text(identity.ChannelKeyId, "渠道公钥 ID", 64);
            ProtectedApiKey = secrets.ApiKey ?? ProtectedApiKey ?? throw new RuleViolation("请填写{0}。", ["APIv3 密钥"]);
            ProtectedAppSecret = secrets.AppSecret ?? ProtectedAppSecret;
        }

        ChangeOtherKey(identity);
        if (identity.IsDirect && Kind == ChannelKind.WeChatPay && ProtectedAppSecret is null)
        {
            throw new RuleViolation("在微信内支付需要填写应用密钥（AppSecret）。", field: "AppSecret");
        }

        IsDirect = identity.IsDirect;

        ProtectedPrivateKey = secrets.PrivateKey ?? (ProtectedPrivateKey.Length > 0 ? ProtectedPrivateKey : throw new RuleViolation("请填写{0}。", ["商户私钥"]));
        (IsOffered, ChangedBy, ChangedAt) = (isOffered, by, now);
    }

    private void ChangeOtherKey(ChannelIdentity identity)
    {
        OtherChannelKey = Require.OptionalText(identity.OtherChannelKey, "另一把渠道公钥", 4000);
        OtherChannelKeyId = OtherChannelKey is null || Kind == ChannelKind.Alipay ? null : Require.Text(identity.OtherChannelKeyId, "另一把渠道公钥的 ID", 64);
        if (OtherChannelKeyId is not null && OtherChannelKeyId == ChannelKeyId)
        {
            throw new RuleViolation("两把渠道公钥的 ID 不能相同。", field: "OtherChannelKeyId");
        }
    }
}

/// <summary>What names us to the channel and the channel to us; nothing of it is secret.</summary>
/// <param name="OtherChannelKey">A second key of the channel, while it changes keys.</param>
/// <param name="IsDirect">Owners may pay without scanning.</param>
public sealed record ChannelIdentity(
    string? MerchantId, string? AppId, string? CertificateSerial, string? ChannelKeyId, string? ChannelKey, string? OtherChannelKeyId = null, string? OtherChannelKey = null, bool IsDirect = false);

/// <summary>Encrypted secrets; null where they are not changed.</summary>
public sealed record ProtectedSecrets(string? PrivateKey, string? ApiKey, string? AppSecret = null);

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
        }

        ProtectedPrivateKey = secrets.PrivateKey ?? (ProtectedPrivateKey.Length > 0 ? ProtectedPrivateKey : throw new RuleViolation("请填写{0}。", ["商户私钥"]));
        (IsOffered, ChangedBy, ChangedAt) = (isOffered, by, now);
    }
}

/// <summary>What names us to the channel and the channel to us; nothing of it is secret.</summary>
public sealed record ChannelIdentity(string? MerchantId, string? AppId, string? CertificateSerial, string? ChannelKeyId, string? ChannelKey);

/// <summary>Encrypted secrets; null where they are not changed.</summary>
public sealed record ProtectedSecrets(string? PrivateKey, string? ApiKey);

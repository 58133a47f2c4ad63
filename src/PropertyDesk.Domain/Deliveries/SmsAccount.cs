using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Domain.Deliveries;

/// <summary>A company's account at an SMS provider. Its secret is kept encrypted and never shown again.</summary>
public sealed class SmsAccount : CompanyOwned
{
    private SmsAccount()
    {
    }

    public SmsAccount(Company company)
        : base(company.Id)
    {
    }

    public SmsProvider Provider { get; private set; }

    /// <summary>AccessKey ID, or SecretId.</summary>
    public string KeyId { get; private set; } = "";

    public string ProtectedSecret { get; private set; } = "";

    /// <summary>签名: stands in front of each message.</summary>
    public string SignName { get; private set; } = "";

    /// <summary>Tencent Cloud: SdkAppId.</summary>
    public string? AppId { get; private set; }

    /// <summary>What one part of a message costs, in yuan.</summary>
    public decimal PricePerPart { get; private set; }

    public bool IsOn { get; private set; }

    public string ChangedBy { get; private set; } = "";

    public DateTimeOffset ChangedAt { get; private set; }

    /// <param name="secret">Encrypted; null keeps what is there.</param>
    /// <exception cref="RuleViolation">Something that the provider needs is missing.</exception>
    public void Change(SmsIdentity identity, string? secret, bool isOn, string by, DateTimeOffset now)
    {
        var isOther = Provider != identity.Provider;
        (Provider, KeyId, SignName) = (identity.Provider, Require.Text(identity.KeyId, "密钥 ID", 100), Require.Text(identity.SignName, "短信签名", 40));
        AppId = Provider == SmsProvider.Tencent ? Require.Text(identity.AppId, "SdkAppId", 40) : null;
        PricePerPart = identity.PricePerPart is >= 0 and <= 10 ? identity.PricePerPart : throw new RuleViolation("每条短信单价须为 0 到 10 元。", field: "PricePerPart");
        ProtectedSecret = secret ?? (ProtectedSecret.Length > 0 && !isOther ? ProtectedSecret : throw new RuleViolation("请填写{0}。", ["密钥"], "Secret"));
        (IsOn, ChangedBy, ChangedAt) = (isOn, by, now);
    }

    /// <summary>What a message of so many parts costs.</summary>
    public Money CostOf(int parts) => Money.Round(PricePerPart * parts);
}

/// <summary>What names us to the provider; nothing of it is secret.</summary>
public sealed record SmsIdentity(SmsProvider Provider, string? KeyId, string? SignName, string? AppId, decimal PricePerPart);

public enum SmsProvider
{
    /// <summary>阿里云</summary>
    Aliyun,

    /// <summary>腾讯云</summary>
    Tencent,
}

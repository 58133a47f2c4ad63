using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;

namespace PropertyDesk.Application.Channels;

/// <summary>Looks at keys before they are kept: a key that cannot be read is found when it is typed, not when an owner pays.</summary>
internal static class ChannelKeys
{
    private const int SmallestKey = 2048;
    private const string CertificateLabel = "CERTIFICATE";

    /// <returns>The identity with the channel's keys as public keys: of a certificate only its key is kept.</returns>
    /// <exception cref="RuleViolation">The message names the key and what is wrong with it.</exception>
    public static ChannelIdentity Check(ChannelKind kind, ChannelIdentity identity, string? privateKey, string? apiKey, DateTimeOffset now)
    {
        if (privateKey is not null)
        {
            Read(privateKey, "商户私钥", "PrivateKey", isPrivate: true);
        }

        if (kind == ChannelKind.WeChatPay && apiKey is not null && Encoding.UTF8.GetByteCount(apiKey.Trim()) != 32)
        {
            throw new RuleViolation("APIv3 密钥须为 32 个字符。", field: "ApiKey");
        }

        return identity with
        {
            ChannelKey = Public(identity.ChannelKey, identity.ChannelKeyId, "渠道公钥", "ChannelKey", now),
            OtherChannelKey = Public(identity.OtherChannelKey, identity.OtherChannelKeyId, "另一把渠道公钥", "OtherChannelKey", now),
        };
    }

    private static string? Public(string? pem, string? id, string name, string field, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(pem))
        {
            return pem;
        }

        var key = pem.Contains($"BEGIN {CertificateLabel}-", StringComparison.Ordinal) ? OfCertificate(pem, id, name, field, now) : pem;
        Read(key, name, field, isPrivate: false);
        return key;
    }

    // A platform certificate has a serial, by which messages name it, and an end.
    private static string OfCertificate(string pem, string? id, string name, string field, DateTimeOffset now)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(pem);
            if (id is not null && !certificate.SerialNumber.Equals(id.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                throw new RuleViolation("{0}是证书，序列号是 {1}，与填写的 {2} 不同。", [name, certificate.SerialNumber, id], field);
            }

            if (certificate.NotAfter.ToUniversalTime() <= now.UtcDateTime)
            {
                throw new RuleViolation("{0}的证书已于 {1} 到期。", [name, $"{certificate.NotAfter:yyyy-MM-dd}"], field);
            }

            using var rsa = certificate.GetRSAPublicKey() ?? throw Unreadable(name, field);
            return rsa.ExportSubjectPublicKeyInfoPem();
        }
        catch (CryptographicException)
        {
            throw Unreadable(name, field);
        }
    }

    private static void Read(string pem, string name, string field, bool isPrivate)
    {
        using var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(pem);
            if (isPrivate)
            {
                rsa.ExportParameters(includePrivateParameters: true);
            }
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            throw Unreadable(name, field);
        }

        if (rsa.KeySize < SmallestKey)
        {
            throw new RuleViolation("{0}太短：至少 2048 位。", [name], field);
        }
    }

    private static RuleViolation Unreadable(string name, string field) => new("{0}读不懂：请粘贴完整的 PEM 内容，包括开头和结尾两行。", [name], field);
}

using System.Security.Cryptography;
using System.Text;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;

namespace PropertyDesk.Application.Channels;

/// <summary>Looks at keys before they are kept: a key that cannot be read is found when it is typed, not when an owner pays.</summary>
internal static class ChannelKeys
{
    private const int SmallestKey = 2048;

    /// <exception cref="RuleViolation">The message names the key and what is wrong with it.</exception>
    public static void Check(ChannelKind kind, ChannelIdentity identity, string? privateKey, string? apiKey)
    {
        if (privateKey is not null)
        {
            Read(privateKey, "商户私钥", "PrivateKey", isPrivate: true);
        }

        if (!string.IsNullOrWhiteSpace(identity.ChannelKey))
        {
            Read(identity.ChannelKey, "渠道公钥", "ChannelKey", isPrivate: false);
        }

        if (kind == ChannelKind.WeChatPay && apiKey is not null && Encoding.UTF8.GetByteCount(apiKey.Trim()) != 32)
        {
            throw new RuleViolation("APIv3 密钥须为 32 个字符。", field: "ApiKey");
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
            throw new RuleViolation("{0}读不懂：请粘贴完整的 PEM 内容，包括开头和结尾两行。", [name], field);
        }

        if (rsa.KeySize < SmallestKey)
        {
            throw new RuleViolation("{0}太短：至少 2048 位。", [name], field);
        }
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PropertyDesk.Application.Channels;

namespace PropertyDesk.Infrastructure.Channels.WeChatPay;

/// <summary>The signatures of WeChat Pay's API v3, and the encryption of what its notices carry.</summary>
internal static class WeChatPaySignature
{
    /// <summary>How far the channel's clock and ours may lie apart: an older message is a replay.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    // The channel sends such signatures on purpose, to see whether they are refused.
    private const string Probe = "WECHATPAY/SIGNTEST/";
    private const string Scheme = "WECHATPAY2-SHA256-RSA2048";

    /// <summary>The value of the Authorization header.</summary>
    /// <param name="target">Path and query exactly as they are sent.</param>
    public static string Authorization(ChannelAccess access, string method, string target, string body, DateTimeOffset now)
    {
        var (time, nonce) = (now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), RandomNumberGenerator.GetHexString(32));
        var signature = RsaSignatures.Sign($"{method}\n{target}\n{time}\n{nonce}\n{body}\n", access.PrivateKey);
        return $"{Scheme} mchid=\"{access.MerchantId}\",nonce_str=\"{nonce}\",timestamp=\"{time}\",serial_no=\"{access.CertificateSerial}\",signature=\"{signature}\"";
    }

    /// <exception cref="NoticeRefused">The headers do not prove that the channel sent this body just now.</exception>
    public static void Verify(ChannelAccess access, IReadOnlyDictionary<string, string> headers, byte[] body, DateTimeOffset now)
    {
        var (time, nonce, signature, serial) = (Header(headers, "Wechatpay-Timestamp"), Header(headers, "Wechatpay-Nonce"), Header(headers, "Wechatpay-Signature"), Header(headers, "Wechatpay-Serial"));
        if (signature.StartsWith(Probe, StringComparison.Ordinal))
        {
            throw new NoticeRefused("A probe with a broken signature.", isProbe: true);
        }

        if (headers.TryGetValue("Wechatpay-Signature-Type", out var type) && type != Scheme)
        {
            throw new NoticeRefused($"Unknown kind of signature {Short(type)}.");
        }

        if (access.ChannelKeys.FirstOrDefault(k => string.Equals(k.Id, serial, StringComparison.OrdinalIgnoreCase)) is not { } key)
        {
            throw new NoticeRefused($"Signed with key {Short(serial)}, which is not set up.");
        }

        if (!long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || Math.Abs(now.ToUnixTimeSeconds() - seconds) >= Window.TotalSeconds)
        {
            throw new NoticeRefused("Outside of the time window.");
        }

        byte[] signed = [.. Encoding.UTF8.GetBytes($"{time}\n{nonce}\n"), .. body, (byte)'\n'];
        if (!RsaSignatures.Verify(signed, signature, key.Pem))
        {
            throw new NoticeRefused("The signature does not fit.");
        }
    }

    /// <exception cref="NoticeRefused">It was not encrypted with the account's APIv3 key.</exception>
    public static byte[] Decrypt(ChannelAccess access, EncryptedResource resource)
    {
        const int TagLength = 16;
        var buffer = new byte[resource.Ciphertext?.Length ?? 0];
        if (resource.Ciphertext is null || resource.Algorithm != "AEAD_AES_256_GCM" || !Convert.TryFromBase64String(resource.Ciphertext, buffer, out var length) || length < TagLength)
        {
            throw new NoticeRefused("The content is not encrypted as agreed.");
        }

        var plain = new byte[length - TagLength];
        try
        {
            using var aes = new AesGcm(Encoding.UTF8.GetBytes(access.ApiKey ?? ""), TagLength);
            aes.Decrypt(
                Encoding.UTF8.GetBytes(resource.Nonce ?? ""), buffer.AsSpan(0, length - TagLength), buffer.AsSpan(length - TagLength, TagLength), plain,
                Encoding.UTF8.GetBytes(resource.AssociatedData ?? ""));
            return plain;
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            throw new NoticeRefused("The content cannot be decrypted with the APIv3 key.");
        }
    }

    // Written by anybody, and into our log.
    private static string Short(string text) => text.Length > 64 ? text[..64] + "…" : text;

    private static string Header(IReadOnlyDictionary<string, string> headers, string name) =>
        headers.TryGetValue(name, out var value) ? value : throw new NoticeRefused($"Header {name} is missing.");
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PropertyDesk.Infrastructure.Sms;

/// <summary>Tencent Cloud's signature version 3 (TC3-HMAC-SHA256). The day in it is that of UTC.</summary>
public static class TencentSignature
{
    public const string ContentType = "application/json; charset=utf-8";

    private const string Scheme = "TC3-HMAC-SHA256";

    /// <summary>The value of the Authorization header.</summary>
    public static string Authorization(TencentCall call, string body, string keyId, string secret, DateTimeOffset now)
    {
        var scope = $"{Day(now)}/{call.Service}/tc3_request";
        return $"{Scheme} Credential={keyId}/{scope}, SignedHeaders={SignedHeaders}, Signature={Sign(call, body, secret, now)}";
    }

    public static string Sign(TencentCall call, string body, string secret, DateTimeOffset now)
    {
        var text = $"{Scheme}\n{now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}\n{Day(now)}/{call.Service}/tc3_request\n{Hash(Canonical(call, body))}";
        var key = Mac(Mac(Mac(Encoding.UTF8.GetBytes("TC3" + secret), Day(now)), call.Service), "tc3_request");
        return Convert.ToHexStringLower(Mac(key, text));
    }

    /// <summary>The request as it is signed.</summary>
    public static string Canonical(TencentCall call, string body) =>
        $"POST\n/\n\ncontent-type:{ContentType}\nhost:{call.Host}\nx-tc-action:{call.Action.ToLowerInvariant()}\n\n{SignedHeaders}\n{Hash(body)}";

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private const string SignedHeaders = "content-type;host;x-tc-action";

    private static string Day(DateTimeOffset now) => now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}

/// <summary>What is called where.</summary>
/// <param name="Host">With its port, where that is not the usual one.</param>
public sealed record TencentCall(string Host, string Service, string Action);

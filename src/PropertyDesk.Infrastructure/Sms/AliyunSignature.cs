using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PropertyDesk.Infrastructure.Sms;

/// <summary>Aliyun's signature version 3 (ACS3-HMAC-SHA256).</summary>
public static class AliyunSignature
{
    private const string Scheme = "ACS3-HMAC-SHA256";

    /// <summary>Query parameters in the order and encoding that are signed, which is how they must be sent.</summary>
    public static string Query(IEnumerable<KeyValuePair<string, string>> parameters) =>
        string.Join('&', parameters.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}"));

    /// <summary>The headers of a request without a body, the Authorization among them.</summary>
    /// <param name="query">As made by <see cref="Query"/>.</param>
    public static SortedDictionary<string, string> Headers(AliyunCall call, string query, string keyId, string secret, DateTimeOffset now, string nonce)
    {
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = call.Host,
            ["x-acs-action"] = call.Action,
            ["x-acs-content-sha256"] = Hash(""),
            ["x-acs-date"] = now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            ["x-acs-signature-nonce"] = nonce,
            ["x-acs-version"] = call.Version,
        };
        var signed = string.Join(';', headers.Keys);
        var signature = Sign(Canonical(headers, query), secret);
        headers["Authorization"] = $"{Scheme} Credential={keyId},SignedHeaders={signed},Signature={signature}";
        return headers;
    }

    /// <summary>The request as it is signed.</summary>
    public static string Canonical(SortedDictionary<string, string> headers, string query) =>
        $"POST\n/\n{query}\n{string.Concat(headers.Select(h => $"{h.Key}:{h.Value.Trim()}\n"))}\n{string.Join(';', headers.Keys)}\n{headers["x-acs-content-sha256"]}";

    public static string Sign(string canonical, string secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{Scheme}\n{Hash(canonical)}")));

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>What is called where.</summary>
/// <param name="Host">With its port, where that is not the usual one.</param>
public sealed record AliyunCall(string Host, string Action, string Version);

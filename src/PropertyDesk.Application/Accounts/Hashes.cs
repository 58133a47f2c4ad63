using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PropertyDesk.Application.Accounts;

/// <summary>Random secrets that browsers hold, and the hash that is kept of them.</summary>
public static class Hashes
{
    /// <summary>256 random bits for an address or a cookie.</summary>
    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Of(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>In a time that does not tell how much of it matches.</summary>
    public static bool AreEqual(string a, string b) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(a), Encoding.UTF8.GetBytes(b));
}

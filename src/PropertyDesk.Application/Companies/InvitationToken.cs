using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PropertyDesk.Application.Companies;

/// <summary>The secret of an invitation link: 256 random bits, of which only the hash is kept.</summary>
public static class InvitationToken
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

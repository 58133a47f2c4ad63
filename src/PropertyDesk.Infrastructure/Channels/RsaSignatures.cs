using System.Security.Cryptography;
using System.Text;
using PropertyDesk.Application.Channels;

namespace PropertyDesk.Infrastructure.Channels;

/// <summary>RSA-SHA256 with PKCS#1 v1.5, as both channels sign: Base64 over UTF-8.</summary>
internal static class RsaSignatures
{
    public static string Sign(string text, string privateKeyPem)
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(privateKeyPem);
        return Convert.ToBase64String(rsa.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    /// <summary>As below, by any of the keys.</summary>
    public static bool Verify(ReadOnlySpan<byte> bytes, string signature, IEnumerable<ChannelKey> keys)
    {
        foreach (var key in keys)
        {
            if (Verify(bytes, signature, key.Pem))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>False for whatever is not a signature of exactly these bytes by this key.</summary>
    public static bool Verify(ReadOnlySpan<byte> bytes, string signature, string publicKeyPem)
    {
        var buffer = new byte[signature.Length];
        if (!Convert.TryFromBase64String(signature, buffer, out var length))
        {
            return false;
        }

        using var rsa = RSA.Create();
        rsa.ImportFromPem(publicKeyPem);
        return rsa.VerifyData(bytes, buffer.AsSpan(0, length), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}

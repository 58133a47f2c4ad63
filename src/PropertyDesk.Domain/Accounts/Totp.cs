using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PropertyDesk.Domain.Accounts;

/// <summary>Time-based one-time passwords of authenticator apps (RFC 6238): SHA-1, 30 seconds, 6 digits.</summary>
public static class Totp
{
    private const int StepSeconds = 30;
    private const int Digits = 6;

    // Clocks differ: one step earlier and one later are taken too.
    private const int Window = 1;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new secret of 160 bits, in base 32, as apps take it.</summary>
    public static string NewSecret() => RandomNumberGenerator.GetString(Base32, 32);

    /// <summary>The step whose code this is, if it lies within the window and after the last one used.</summary>
    /// <param name="secret">In base 32.</param>
    /// <param name="lastStep">The step of the code that was taken last: the same code is taken once.</param>
    /// <returns>Null where the code is wrong, too old, or used.</returns>
    public static long? StepOf(string secret, string code, long lastStep, DateTimeOffset now)
    {
        var typed = Encoding.ASCII.GetBytes(new string([.. code.Where(char.IsAsciiDigit)]));
        var key = FromBase32(secret);
        var current = now.ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        for (var step = current - Window; step <= current + Window; step++)
        {
            // Every step is computed, whether or not one has matched: the time tells nothing.
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeOf(key, step)), typed) && step > lastStep)
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>The code that an app shows at this moment.</summary>
    public static string CodeAt(string secret, DateTimeOffset now) => CodeOf(FromBase32(secret), now.ToUnixTimeSeconds() / StepSeconds);

    /// <summary>What the QR code for an app says.</summary>
    public static string Address(string issuer, string account, string secret) => string.Create(
        CultureInfo.InvariantCulture,
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={secret}&issuer={Uri.EscapeDataString(issuer)}&digits={Digits}&period={StepSeconds}");

    private static string CodeOf(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        // SHA-1 because the apps speak nothing else; as a keyed hash it is sound.
#pragma warning disable CA5350
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] FromBase32(string text)
    {
        var bytes = new byte[text.Length * 5 / 8];
        var (buffer, bits, at) = (0, 0, 0);
        foreach (var sign in text)
        {
            (buffer, bits) = ((buffer << 5) | Base32.IndexOf(sign, StringComparison.Ordinal), bits + 5);
            if (bits >= 8)
            {
                bytes[at++] = (byte)(buffer >> (bits -= 8));
            }
        }

        return bytes;
    }
}

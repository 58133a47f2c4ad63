using System.Security.Cryptography;
using System.Text;

namespace PropertyDesk.Domain.Accounts;

/// <summary>
/// A code for whoever has lost the authenticator: ten are given at once, each for one use. 118 random bits, so that its
/// SHA-256 is enough to keep.
/// </summary>
public sealed class RecoveryCode
{
    public const int Count = 10;

    // Without letters and digits that are read for one another.
    private const string Signs = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Group = 6;

    private RecoveryCode()
    {
    }

    public RecoveryCode(Guid userId, string code)
    {
        Id = Guid.CreateVersion7();
        (UserId, Hash) = (userId, HashOf(code));
    }

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    public string Hash { get; private set; } = "";

    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>Such as 7KQ2MF-XW9TRB-3HDN8C-VPA4GJ.</summary>
    public static string New() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Signs, Group)));

    /// <summary>The hash of a code as it was typed: spaces, hyphens and small letters do not matter.</summary>
    public static string HashOf(string code) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(new string([.. code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]))));
}

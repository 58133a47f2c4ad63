using System.Security.Cryptography;

namespace PropertyDesk.Domain.Accounts;

/// <summary>
/// Six digits that prove that somebody reads the messages to an address: for five minutes, five tries, one use, one purpose,
/// and the one browser that asked. There is a row for an address that nobody has too, so that asking tells nothing.
/// </summary>
public sealed class OneTimeCode
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public const int MostTries = 5;

    private OneTimeCode()
    {
    }

    /// <param name="browserHash">SHA-256 of the secret of the browser that asked.</param>
    /// <param name="place">How many were asked for this address before: a unique key, so that two at once are one.</param>
    /// <param name="network">Hash of the address of the network that asked.</param>
    /// <param name="userId">Whose address it is; null where nobody's, and nothing is sent.</param>
    public OneTimeCode(CodePurpose purpose, string browserHash, string address, int place, string network, Guid? userId, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (Purpose, BrowserHash, Address, Place, Network, UserId) = (purpose, browserHash, address, place, network, userId);
        (AskedAt, ExpiresAt, Version) = (now, now + Lifetime, Guid.NewGuid());
    }

    public Guid Id { get; private set; }

    public CodePurpose Purpose { get; private set; }

    public string BrowserHash { get; private set; } = "";

    /// <summary>Mobile number or e-mail address.</summary>
    public string Address { get; private set; } = "";

    public int Place { get; private set; }

    public string Network { get; private set; } = "";

    public Guid? UserId { get; private set; }

    /// <summary>The code's hash, encrypted: six digits are found from a bare hash in no time.</summary>
    public string Secret { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public int WrongTries { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>Changes with every try: of two at once, one is read again.</summary>
    public Guid Version { get; private set; }

    /// <summary>Six random digits.</summary>
    public static string NewDigits() => RandomNumberGenerator.GetString("0123456789", 6);

    public void Keep(string secret) => Secret = secret;

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && WrongTries < MostTries && now < ExpiresAt;

    /// <summary>Counts a try.</summary>
    /// <returns>Whether the code is used by it: it was right, and open.</returns>
    public bool Try(bool right, DateTimeOffset now)
    {
        if (!IsOpen(now))
        {
            return false;
        }

        Version = Guid.NewGuid();
        if (right)
        {
            UsedAt = now;
            return true;
        }

        WrongTries++;
        return false;
    }
}

namespace PropertyDesk.Domain.Accounts;

/// <summary>
/// One browser in which somebody is logged in. The browser holds a random key, of which only the SHA-256 is kept here; what
/// the login may do stays in the database, so that ending the row ends the login at the next click.
/// </summary>
public sealed class LoginSession
{
    /// <summary>How long a proof of who one is counts as fresh, for changes of contacts and security.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>How exactly the last visit is known: seldom enough to be no load.</summary>
    public static readonly TimeSpan SeenWithin = TimeSpan.FromMinutes(1);

    private LoginSession()
    {
    }

    /// <param name="ticket">The login, encrypted.</param>
    /// <param name="device">Program and system in words, such as Chrome · Windows.</param>
    /// <param name="network">Where it came from, masked.</param>
    public LoginSession(Guid userId, string keyHash, string ticket, LoginKind kind, bool strong, string device, string network, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (UserId, KeyHash, Ticket, Kind, IsStrong) = (userId, keyHash, ticket, kind, strong);
        (Device, Network) = (device, network);
        (StartedAt, LastSeenAt, ConfirmedAt) = (now, now, now);
        EndsAt = now + Longest(kind);
    }

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    public string KeyHash { get; private set; } = "";

    public string Ticket { get; private set; } = "";

    public LoginKind Kind { get; private set; }

    /// <summary>Proven by two factors, or by a passkey, which is two in one.</summary>
    public bool IsStrong { get; private set; }

    public string Device { get; private set; } = "";

    public string Network { get; private set; } = "";

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset LastSeenAt { get; private set; }

    /// <summary>When the person last proved who they are.</summary>
    public DateTimeOffset ConfirmedAt { get; private set; }

    /// <summary>Whatever happens, it ends then.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>Staff: 12 hours. Owners: 30 days.</summary>
    public static TimeSpan Longest(LoginKind kind) => kind == LoginKind.Staff ? TimeSpan.FromHours(12) : TimeSpan.FromDays(30);

    /// <summary>Staff: 30 minutes without a click. Owners: as long as it lives.</summary>
    public static TimeSpan Idle(LoginKind kind) => kind == LoginKind.Staff ? TimeSpan.FromMinutes(30) : TimeSpan.FromDays(30);

    public bool IsOver(DateTimeOffset now) => now >= EndsAt || now >= LastSeenAt + Idle(Kind);

    public bool IsFresh(DateTimeOffset now) => now < ConfirmedAt + Fresh;

    /// <summary>Notes a visit; false when the last one is noted exactly enough.</summary>
    public bool See(DateTimeOffset now)
    {
        if (now < LastSeenAt + SeenWithin)
        {
            return false;
        }

        LastSeenAt = now;
        return true;
    }

    /// <summary>The person proved again who they are.</summary>
    /// <param name="strong">By a second factor or a passkey.</param>
    public void Confirm(bool strong, DateTimeOffset now) => (ConfirmedAt, IsStrong) = (now, IsStrong || strong);

    /// <summary>The login was given a role of staff: from now on it lives no longer than one of staff.</summary>
    public void BecomeStaff()
    {
        Kind = LoginKind.Staff;
        var longest = StartedAt + Longest(Kind);
        EndsAt = EndsAt < longest ? EndsAt : longest;
    }

    public void Renew(string ticket) => Ticket = ticket;
}

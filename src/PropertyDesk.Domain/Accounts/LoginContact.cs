namespace PropertyDesk.Domain.Accounts;

/// <summary>An address that a login has proven to read, by a code: good for codes and notices. It belongs to one login only.</summary>
public sealed class LoginContact
{
    private LoginContact()
    {
    }

    public LoginContact(Guid userId, ContactKind kind, string address, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (UserId, Kind) = (userId, kind);
        Change(address, now);
    }

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    public ContactKind Kind { get; private set; }

    /// <summary>Mobile number, or e-mail address in small letters.</summary>
    public string Address { get; private set; } = "";

    public DateTimeOffset ConfirmedAt { get; private set; }

    public void Change(string address, DateTimeOffset now) => (Address, ConfirmedAt) = (Require.Text(address, "联系方式", 200), now);
}

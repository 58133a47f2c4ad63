using PropertyDesk.Domain.Accounts;

namespace PropertyDesk.Web.Hosting;

/// <summary>The session of this request; filled when the login is read.</summary>
public sealed class CurrentLogin(TimeProvider clock)
{
    private LoginSession? _session;

    public Guid? Id => _session?.Id;

    /// <summary>Proven by a second factor or a passkey.</summary>
    public bool IsStrong => _session?.IsStrong == true;

    /// <summary>The person proved a moment ago who they are.</summary>
    public bool IsFresh => _session?.IsFresh(clock.GetUtcNow()) == true;

    public void Read(LoginSession? session) => _session = session;
}

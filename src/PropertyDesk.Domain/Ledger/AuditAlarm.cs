using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Domain.Ledger;

/// <summary>
/// A law of the books that an audit found broken. It is never repaired by the program; it ends when a later audit no longer
/// finds it, and stays as a record of how long it lasted.
/// </summary>
public sealed class AuditAlarm : CompanyOwned
{
    private AuditAlarm()
    {
    }

    /// <param name="law">Key of its text.</param>
    /// <param name="round">How often the law was broken, this time included: two audits at once make one alarm.</param>
    /// <param name="wrong">How many things break it.</param>
    public AuditAlarm(Company company, string law, int round, int wrong, DateTimeOffset now)
        : base(company.Id) => (Law, Round, Wrong, FoundAt, SeenAt) = (law, round, wrong, now, now);

    public string Law { get; private set; } = "";

    /// <summary>1, 2 … for each law.</summary>
    public int Round { get; private set; }

    /// <summary>How many things broke it when it was last seen.</summary>
    public int Wrong { get; private set; }

    public DateTimeOffset FoundAt { get; private set; }

    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>When an audit found the books in order again; null while they are not.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public void SeeAgain(int wrong, DateTimeOffset now) => (Wrong, SeenAt) = (wrong, now);

    public void End(DateTimeOffset now) => EndedAt ??= now;
}

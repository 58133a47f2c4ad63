using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Domain.Ledger;

/// <summary>
/// The closing (关账) of a month's books: nothing is posted into it until it is opened again, with a reason (rules of the
/// money, section 6). Every closing is a row of its own.
/// </summary>
public sealed class PeriodClosing : CompanyOwned
{
    private PeriodClosing()
    {
    }

    /// <param name="round">How often the month was closed, this time included: two people closing at once make one row.</param>
    /// <param name="today">The company's day, as late as it is settled what was posted in it.</param>
    /// <exception cref="RuleViolation">The month is not over.</exception>
    public PeriodClosing(Company company, BillingMonth month, int round, Guid? byId, string by, DateOnly today, DateTimeOffset now)
        : base(company.Id)
    {
        Month = month < BillingMonth.Of(today) ? month : throw new RuleViolation("{0} 还没有结束，或刚刚结束，不能关账。", [month], field: "Month");
        (Round, ClosedById, ClosedBy, ClosedAt) = (round, byId, by, now);
    }

    public BillingMonth Month { get; private set; }

    /// <summary>1, 2 … for each month.</summary>
    public int Round { get; private set; }

    public Guid? ClosedById { get; private set; }

    public string ClosedBy { get; private set; } = "";

    public DateTimeOffset ClosedAt { get; private set; }

    public string? ReopenedBy { get; private set; }

    /// <summary>Null while the month is closed.</summary>
    public DateTimeOffset? ReopenedAt { get; private set; }

    public string? ReopenReason { get; private set; }

    /// <exception cref="RuleViolation">Somebody opened it already, or no reason is given.</exception>
    public void Reopen(string? reason, string by, DateTimeOffset now)
    {
        if (ReopenedAt is not null)
        {
            throw new RuleViolation("{0} 已由 {1} 重新打开。", [Month, ReopenedBy!]);
        }

        (ReopenReason, ReopenedBy, ReopenedAt) = (Require.Text(reason, "重新打开的原因", 200), by, now);
    }
}

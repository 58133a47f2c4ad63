using System.Globalization;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Domain.Billing;

/// <summary>
/// The making of a community's bills for a month (出账). A draft can be recomputed or discarded; a published run is frozen.
/// The database allows one monthly run for a community and month; further runs of the month are numbered.
/// </summary>
public sealed class BillRun : CommunityOwned
{
    private BillRun()
    {
    }

    /// <summary>The monthly run.</summary>
    public BillRun(Community community, BillingMonth period, string createdBy, DateTimeOffset now)
        : base(community) => (Period, CreatedBy, CreatedAt) = (period, createdBy, now);

    /// <summary>A further run of the month.</summary>
    /// <param name="sequence">1, 2 … within the month, whatever the kind.</param>
    public BillRun(Community community, BillingMonth period, BillRunKind kind, int sequence, string createdBy, DateTimeOffset now)
        : this(community, period, createdBy, now)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sequence);
        ArgumentOutOfRangeException.ThrowIfEqual(kind, BillRunKind.Monthly);
        (Kind, Sequence) = (kind, sequence);
    }

    public BillingMonth Period { get; private set; }

    public BillRunKind Kind { get; private set; }

    /// <summary>0 for the monthly run; 1, 2 … for the further ones of the month.</summary>
    public int Sequence { get; private set; }

    public BillRunState State { get; private set; }

    public string CreatedBy { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public string? PublishedBy { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public int BillCount { get; private set; }

    public int LineCount { get; private set; }

    public Money Total { get; private set; }

    /// <summary>Changes with every change: two people cannot publish or recompute at once.</summary>
    public Guid Version { get; private set; }

    /// <summary>The number of a bill of this run.</summary>
    /// <param name="place">Of the bill in the run, from 1.</param>
    public string NumberOf(int place) => Sequence == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Period.Number}-{place:00000}")
        : string.Create(CultureInfo.InvariantCulture, $"{Period.Number}-S{Sequence}-{place:00000}");

    /// <summary>Takes the result of a computation of the draft.</summary>
    public void Record(int billCount, int lineCount, Money total, DateTimeOffset now)
    {
        RequireDraft();
        (BillCount, LineCount, Total, CreatedAt, Version) = (billCount, lineCount, total, now, Guid.NewGuid());
    }

    public void Publish(string publishedBy, DateTimeOffset now)
    {
        RequireDraft();
        if (BillCount == 0)
        {
            throw new RuleViolation("没有可发布的账单。");
        }

        (State, PublishedBy, PublishedAt, Version) = (BillRunState.Published, publishedBy, now, Guid.NewGuid());
    }

    /// <summary>A published run cannot be recomputed or discarded: corrections are documents of their own.</summary>
    public void RequireDraft()
    {
        if (State != BillRunState.Draft)
        {
            throw new RuleViolation("{0} 的账单已发布，不能重算或删除；更正请用单独的单据。", [Period]);
        }
    }
}

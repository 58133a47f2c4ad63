using System.Globalization;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Corrections;

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

    /// <summary>The only unit of the run; null where all are billed.</summary>
    public Guid? UnitId { get; private set; }

    public BillRunState State { get; private set; }

    public string CreatedBy { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public string? PublishedBy { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public int BillCount { get; private set; }

    public int LineCount { get; private set; }

    /// <summary>
    /// SHA-256 over what every bill says (units, payers, items, amounts, workings), in their order: the same facts give the
    /// same seal on every database, and a changed fen breaks it.
    /// </summary>
    public string Seal { get; private set; } = "";

    /// <summary>The run at one glance, as it was when it was computed; empty for runs of a few corrected bills.</summary>
    public string Overview { get; private set; } = "";

    public Guid? SubmittedById { get; private set; }

    public string? SubmittedBy { get; private set; }

    public Guid? ApprovedById { get; private set; }

    public string? ApprovedBy { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    public Money Total { get; private set; }

    /// <summary>What was asked for and is not done yet. It stays through a crash: whoever starts next takes it up again.</summary>
    public RunWork Work { get; private set; }

    public string? WorkBy { get; private set; }

    /// <summary>The buildings to publish; null for all.</summary>
    public List<Guid>? WorkBuildings { get; private set; }

    /// <summary>Why the last work was given up; in the words of the refusal.</summary>
    public string? WorkFailure { get; private set; }

    /// <summary>Changes with every change: two people cannot publish or recompute at once.</summary>
    public Guid Version { get; private set; }

    public void LimitTo(Unit unit) => UnitId = unit.Id;

    /// <summary>The number of a bill of this run.</summary>
    /// <param name="place">Of the bill in the run, from 1.</param>
    public string NumberOf(int place) => Sequence == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Period.Number}-{place:00000}")
        : string.Create(CultureInfo.InvariantCulture, $"{Period.Number}-S{Sequence}-{place:00000}");

    /// <summary>Asks for the draft to be computed in the background.</summary>
    public void AskToCompute(string by)
    {
        RequireDraft();
        RequireIdle();
        (Work, WorkBy, WorkFailure, Version) = (RunWork.Compute, by, null, Guid.NewGuid());
    }

    /// <summary>Asks for the bills to be published in the background; what forbids it is said now.</summary>
    /// <param name="buildings">Null for all.</param>
    public void AskToPublish(IReadOnlyCollection<Guid>? buildings, string by, bool needsApproval)
    {
        RequirePublishable(needsApproval);
        RequireIdle();
        (Work, WorkBy, WorkBuildings, WorkFailure, Version) = (RunWork.Publish, by, buildings?.ToList(), null, Guid.NewGuid());
    }

    /// <summary>The work cannot be done.</summary>
    public void GiveUp(string why)
    {
        EndWork();
        (WorkFailure, Version) = (why, Guid.NewGuid());
    }

    /// <summary>Takes the result of a computation of the draft; whoever approved the result before has to look again.</summary>
    /// <param name="seal">The hash over all lines (see <see cref="Seal"/>).</param>
    /// <param name="overview">What the page of the run shows first.</param>
    public void Record(int billCount, int lineCount, Money total, string seal, DateTimeOffset now, string overview = "")
    {
        RequireDraft();
        EndWork();
        (BillCount, LineCount, Total, Seal, CreatedAt, Overview, Version) = (billCount, lineCount, total, seal, now, overview, Guid.NewGuid());
        (SubmittedById, SubmittedBy, ApprovedById, ApprovedBy, ApprovedAt) = (null, null, null, null, null);
    }

    /// <summary>Asks another person to look at the draft and approve it.</summary>
    public void Submit(Requester by)
    {
        RequireDraft();
        RequireIdle();
        (SubmittedById, SubmittedBy, Version) = (by.Id, by.Name, Guid.NewGuid());
    }

    /// <summary>Another person has looked at the draft: it can be published as it is.</summary>
    /// <exception cref="RuleViolation">Nobody submitted it, or the same person did.</exception>
    public void Approve(Requester by)
    {
        RequireDraft();
        RequireIdle();
        if (SubmittedBy is null)
        {
            throw new RuleViolation("草稿还没有提交审批。");
        }

        FourEyes.Require(SubmittedById, by.Id);
        (ApprovedById, ApprovedBy, ApprovedAt, Version) = (by.Id, by.Name, by.At, Guid.NewGuid());
    }

    /// <param name="needsApproval">The community asks for a second person before bills go out.</param>
    /// <param name="all">False: bills of some buildings stay a draft.</param>
    public void Publish(string publishedBy, DateTimeOffset now, bool needsApproval = false, bool all = true)
    {
        RequirePublishable(needsApproval);
        (State, PublishedBy, PublishedAt, Version) = (all ? BillRunState.Published : BillRunState.PartlyPublished, WorkBy ?? publishedBy, now, Guid.NewGuid());
        EndWork();
    }

    /// <summary>A published run cannot be recomputed or discarded: corrections are documents of their own.</summary>
    public void RequireDraft()
    {
        if (State is not (BillRunState.Draft or BillRunState.PartlyPublished))
        {
            throw new RuleViolation("{0} 的账单已发布，不能重算或删除；更正请用单独的单据。", [Period]);
        }
    }

    private void RequirePublishable(bool needsApproval)
    {
        RequireDraft();
        if (Work == RunWork.Compute)
        {
            RequireIdle();
        }

        if (BillCount == 0)
        {
            throw new RuleViolation("没有可发布的账单。");
        }

        if (needsApproval && ApprovedAt is null)
        {
            throw new RuleViolation("这个小区的账单要由另一位同事审批后才能发布。");
        }
    }

    private void RequireIdle()
    {
        if (Work != RunWork.None)
        {
            throw new RuleViolation("这批账单正在后台处理，请等它完成。");
        }
    }

    private void EndWork() => (Work, WorkBy, WorkBuildings, WorkFailure) = (RunWork.None, null, null, null);
}

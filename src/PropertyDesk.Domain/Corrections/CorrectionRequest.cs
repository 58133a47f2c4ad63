using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Files;

namespace PropertyDesk.Domain.Corrections;

/// <summary>
/// A request to waive or take back lines of one bill, or to take back a whole run; once another person approved it, the
/// document behind the credits. It never changes a line that was billed.
/// </summary>
public sealed class CorrectionRequest : CommunityOwned
{
    /// <summary>Days after which an undecided request lapses.</summary>
    public const int ValidDays = 14;

    private readonly List<CorrectionLine> _lines = [];

    private CorrectionRequest()
    {
    }

    private CorrectionRequest(CommunityOwned parent, CorrectionKind kind, CorrectionGrounds grounds, Requester by)
        : base(parent)
    {
        (Kind, Reason, Reissue) = (kind, grounds.Reason, grounds.Reissue && kind == CorrectionKind.RedEntry);
        Note = Require.Text(grounds.Note, "说明", 500);
        (RequestedById, RequestedBy, RequestedAt, ExpiresOn) = (by.Id, by.Name, by.At, by.Today.AddDays(ValidDays));
    }

    public CorrectionKind Kind { get; private set; }

    /// <summary>Null for the withdrawal of a whole run.</summary>
    public Guid? BillId { get; private set; }

    public Guid BillRunId { get; private set; }

    public BillRun BillRun { get; private set; } = null!;

    /// <summary>What it is about, as people say it: the unit and bill number, or the month.</summary>
    public string Subject { get; private set; } = "";

    public CorrectionReason Reason { get; private set; }

    public string Note { get; private set; } = "";

    /// <summary>Bill the lines taken back anew, from the facts as they are then.</summary>
    public bool Reissue { get; private set; }

    /// <summary>What it came to when it was asked for: decides who may approve it.</summary>
    public Money Amount { get; private set; }

    public CorrectionState State { get; private set; }

    public Guid? RequestedById { get; private set; }

    public string RequestedBy { get; private set; } = "";

    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>Last day on which it can be approved.</summary>
    public DateOnly ExpiresOn { get; private set; }

    public Guid? DecidedById { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? DecisionNote { get; private set; }

    /// <summary>The paper that speaks for it, such as the owner's letter.</summary>
    public Guid? AttachmentId { get; private set; }

    /// <summary>The run with the bills that replace what was taken back.</summary>
    public Guid? ReissueRunId { get; private set; }

    public IReadOnlyList<CorrectionLine> Lines => _lines;

    /// <summary>Changes with every change: two people cannot decide at once.</summary>
    public Guid Version { get; private set; }

    /// <summary>Asks to let go a part of some lines of a bill.</summary>
    /// <param name="parts">For each line a share of what is open, or an amount.</param>
    public static CorrectionRequest Waive(Bill bill, IReadOnlyCollection<(BillLine Line, decimal? Share, Money? Amount)> parts, CorrectionGrounds grounds, Requester by)
    {
        var request = Of(bill, CorrectionKind.Waiver, grounds, by);
        foreach (var (line, share, amount) in parts)
        {
            request.Add(line, share, WaivedOf(line, share, amount));
        }

        return request.RequireLines();
    }

    /// <summary>Asks to take lines of a bill back as a whole.</summary>
    public static CorrectionRequest TakeBack(Bill bill, IReadOnlyCollection<BillLine> lines, CorrectionGrounds grounds, Requester by)
    {
        var request = Of(bill, CorrectionKind.RedEntry, grounds, by);
        foreach (var line in lines)
        {
            if (line.ReversedById is not null)
            {
                throw new RuleViolation("{0} 已经红冲。", [line.ItemName]);
            }

            request.Add(line, null, line.Amount - line.Credited);
        }

        // Late fees and services are billed by an act of their own, not from the unit's charges.
        request.Reissue &= lines.Any(l => l.ChargeAssignmentId is not null);

        return request.RequireLines();
    }

    /// <summary>Asks to take all published bills of a run back.</summary>
    public static CorrectionRequest Withdraw(BillRun run, Money amount, CorrectionGrounds grounds, Requester by) =>
        new(run, CorrectionKind.RedEntry, grounds, by) { BillRunId = run.Id, BillRun = run, Subject = run.Period.ToString(), Amount = amount };

    public void Attach(StoredFile paper) => AttachmentId = paper.Id;

    /// <summary>What a part of a waiver comes to on a line as it is now.</summary>
    /// <exception cref="RuleViolation">Neither a share nor an amount, or more than is open.</exception>
    public static Money WaivedOf(BillLine line, decimal? share, Money? amount)
    {
        if (share is < 0 or > 1)
        {
            throw new RuleViolation("减免比例须在 0 到 100% 之间。", field: "Share");
        }

        var waived = share is { } part ? Money.Round(line.Outstanding.Yuan * part) : amount ?? Money.Zero;
        return waived > Money.Zero && waived <= line.Outstanding
            ? waived
            : throw new RuleViolation("{0} 待收 {1}，不能减免 {2}。", [line.ItemName, line.Outstanding, waived], "Amount");
    }

    /// <summary>Another person with enough authority agrees; the caller carries it out in the same transaction.</summary>
    /// <exception cref="RuleViolation">Decided already, lapsed, or asked for by the same person.</exception>
    public void Approve(Requester by, string? note)
    {
        if (by.Today > ExpiresOn)
        {
            throw new RuleViolation("申请已于 {0} 过期，请重新申请。", [ExpiresOn]);
        }

        FourEyes.Require(RequestedById, by.Id);
        Decide(CorrectionState.Approved, by, note);
    }

    public void Reject(Requester by, string? note) => Decide(CorrectionState.Rejected, by, Require.Text(note, "驳回理由", 500));

    /// <summary>Whoever asked takes the request back.</summary>
    public void TakeBackRequest(Requester by)
    {
        if (by.Id != RequestedById)
        {
            throw new RuleViolation("只有申请人可以撤回申请。");
        }

        Decide(CorrectionState.Withdrawn, by, null);
    }

    public void ReissuedBy(BillRun run) => ReissueRunId = run.Id;

    private static CorrectionRequest Of(Bill bill, CorrectionKind kind, CorrectionGrounds grounds, Requester by) => bill.IssuedOn is null
        ? throw new RuleViolation("草稿账单不用更正，重新计算即可。")
        : new(bill, kind, grounds, by) { BillId = bill.Id, BillRunId = bill.BillRunId, Subject = $"{bill.UnitCode} · {bill.Number}" };

    private void Add(BillLine line, decimal? share, Money amount)
    {
        _lines.Add(new CorrectionLine(this, line, share, amount));
        Amount += amount;
    }

    private CorrectionRequest RequireLines() => _lines.Count > 0 ? this : throw new RuleViolation("请至少选择一行。", field: "Lines");

    private void Decide(CorrectionState state, Requester by, string? note)
    {
        if (State != CorrectionState.Requested)
        {
            throw new RuleViolation("这份申请已经处理过了。");
        }

        (State, DecidedById, DecidedBy, DecidedAt) = (state, by.Id, by.Name, by.At);
        (DecisionNote, Version) = (Require.OptionalText(note, "审批意见", 500), Guid.NewGuid());
    }
}

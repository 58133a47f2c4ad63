using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Corrections;

namespace PropertyDesk.Domain.Disputes;

/// <summary>
/// An owner's objection (异议) to one bill line. Until it is answered, that line alone earns no late fee and is not dunned.
/// The database allows one open dispute for a line.
/// </summary>
public sealed class Dispute : CommunityOwned
{
    private Dispute()
    {
    }

    /// <param name="question">What the owner does not understand or agree with, in the owner's words.</param>
    /// <param name="byPortal">The owner asked without the desk.</param>
    public Dispute(Bill bill, BillLine line, string? question, LateFeeFreeze freeze, Requester by, bool byPortal = false)
        : base(bill)
    {
        if (bill.IssuedOn is null || line.ReversedById is not null)
        {
            throw new RuleViolation("只能对已发布、未红冲的账单行提出异议。");
        }

        (BillId, Bill, BillLineId, BillLine, OpenLineId, FreezeId, Freeze) = (bill.Id, bill, line.Id, line, line.Id, freeze.Id, freeze);
        Question = Require.Text(question, "异议内容", 1000);
        (OpenedBy, OpenedAt, ByPortal) = (by.Name, by.At, byPortal);
    }

    public Guid BillId { get; private set; }

    public Bill Bill { get; private set; } = null!;

    public Guid BillLineId { get; private set; }

    public BillLine BillLine { get; private set; } = null!;

    /// <summary>The line while the dispute is not ended, then null: makes an open dispute unique.</summary>
    public Guid? OpenLineId { get; private set; }

    public string Question { get; private set; } = "";

    public DisputeState State { get; private set; }

    public string OpenedBy { get; private set; } = "";

    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>It came in by the owner's portal, not at the desk.</summary>
    public bool ByPortal { get; private set; }

    public string? Answer { get; private set; }

    public string? ClosedBy { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public Guid FreezeId { get; private set; }

    public LateFeeFreeze Freeze { get; private set; } = null!;

    public Guid? CorrectionRequestId { get; private set; }

    /// <summary>The line is right: answered from its working. The late fee goes on from the day after.</summary>
    public void AnswerThatItStands(string? answer, Requester by)
    {
        RequireState(DisputeState.Open);
        Close(DisputeState.Stands, Require.Text(answer, "答复", 1000), by);
    }

    /// <summary>The line is wrong: a red entry was asked for.</summary>
    public void Correct(CorrectionRequest request, string? answer)
    {
        RequireState(DisputeState.Open);
        (State, CorrectionRequestId, Answer) = (DisputeState.Correcting, request.Id, Require.Text(answer, "答复", 1000));
    }

    /// <summary>The red entry was approved and carried out.</summary>
    public void Corrected(Requester by)
    {
        RequireState(DisputeState.Correcting);
        Close(DisputeState.Corrected, Answer, by);
    }

    /// <summary>The red entry was refused or taken back: the question is open again.</summary>
    public void Reopen()
    {
        RequireState(DisputeState.Correcting);
        (State, CorrectionRequestId) = (DisputeState.Open, null);
    }

    private void Close(DisputeState state, string? answer, Requester by)
    {
        Freeze.End(by.Today, by.Name);
        (State, Answer, OpenLineId, ClosedBy, ClosedAt) = (state, answer, null, by.Name, by.At);
    }

    private void RequireState(DisputeState state)
    {
        if (State != state)
        {
            throw new RuleViolation("这条异议已经处理过了。");
        }
    }
}

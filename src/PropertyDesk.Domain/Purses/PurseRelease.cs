using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Domain.Purses;

/// <summary>
/// Prepaid money of one class made free for another (预存款调剂单), with a reason: asked for by one person, and carried out
/// when another one approves it.
/// </summary>
public sealed class PurseRelease : CommunityOwned
{
    private PurseRelease()
    {
    }

    /// <exception cref="RuleViolation">The purse holds less, both classes are one, or no reason is given.</exception>
    public PurseRelease(Owner owner, Purse from, PurseClass to, Money amount, string? reason, Requester by)
        : base(owner)
    {
        (OwnerId, Owner, OwnerName, From) = (owner.Id, owner, owner.Name, from.Class);
        To = to != from.Class ? to : throw new RuleViolation("转出和转入须是不同的类别。", field: "To");
        Amount = amount > Money.Zero ? amount : throw new RuleViolation("调剂金额须大于 0。", field: "Amount");
        if (amount > from.Available)
        {
            throw new RuleViolation("预存款余额 {0}，不够 {1}。", [from.Available, amount], "Amount");
        }

        Reason = Require.Text(reason, "调剂原因", 200);
        (RequestedById, RequestedBy, RequestedAt) = (by.Id, by.Name, by.At);
    }

    public Guid OwnerId { get; private set; }

    public Owner Owner { get; private set; } = null!;

    public string OwnerName { get; private set; } = "";

    public PurseClass From { get; private set; }

    public PurseClass To { get; private set; }

    public Money Amount { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>Approved means carried out.</summary>
    public CorrectionState State { get; private set; }

    /// <summary>Of the community's book of purse documents; null until it is carried out.</summary>
    public int? Number { get; private set; }

    public Guid? RequestedById { get; private set; }

    public string RequestedBy { get; private set; } = "";

    public DateTimeOffset RequestedAt { get; private set; }

    public Guid? DecidedById { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? DecisionNote { get; private set; }

    /// <summary>Changes with every change: two people cannot decide at once.</summary>
    public Guid Version { get; private set; }

    /// <summary>As printed, such as P-000012; null until it is carried out.</summary>
    public string? Display => Number is { } number ? Receipt.Format(ReceiptBook.Purses, number) : null;

    /// <summary>Another person agrees: the money changes its class.</summary>
    /// <exception cref="RuleViolation">Decided already, asked for by the same person, or the purse holds less by now.</exception>
    public IReadOnlyList<PurseEntry> Approve(Purse from, Purse to, int number, Requester by, string? note)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual((from.OwnerId, from.Class, to.OwnerId, to.Class), (OwnerId, From, OwnerId, To));
        FourEyes.Require(RequestedById, by.Id);
        Decide(CorrectionState.Approved, by, note);
        Number = number;
        return [from.Move(PurseEntryKind.MovedOut, -Amount, Id, by.Today, by.At), to.Move(PurseEntryKind.MovedIn, Amount, Id, by.Today, by.At)];
    }

    public void Reject(Requester by, string? note) => Decide(CorrectionState.Rejected, by, Require.Text(note, "驳回理由", 200));

    /// <summary>Whoever asked takes it back before it is decided.</summary>
    public void Withdraw(Requester by)
    {
        if (by.Id != RequestedById)
        {
            throw new RuleViolation("只有申请人可以撤回申请。");
        }

        Decide(CorrectionState.Withdrawn, by, null);
    }

    private void Decide(CorrectionState state, Requester by, string? note)
    {
        if (State != CorrectionState.Requested)
        {
            throw new RuleViolation("这份申请已经处理过了。");
        }

        (State, DecidedById, DecidedBy, DecidedAt) = (state, by.Id, by.Name, by.At);
        (DecisionNote, Version) = (Require.OptionalText(note, "审批意见", 200), Guid.NewGuid());
    }
}

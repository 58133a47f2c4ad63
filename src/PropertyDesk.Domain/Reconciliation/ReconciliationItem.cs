using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Shifts;

namespace PropertyDesk.Domain.Reconciliation;

/// <summary>One transaction of a day: in the statement, in our books, or in both.</summary>
public sealed class ReconciliationItem : CompanyOwned
{
    private ReconciliationItem()
    {
    }

    /// <param name="theirs">What the statement says; null where it says nothing.</param>
    /// <param name="ours">What we booked; null where nothing is booked.</param>
    public ReconciliationItem(ReconciledDay day, string transactionId, string orderNumber, Money? theirs, Money fee, DateTimeOffset? occurredAt, PaymentTender? ours)
        : base(day.CompanyId)
    {
        (DayId, Day, TransactionId, OrderNumber, OccurredAt) = (day.Id, day, transactionId, orderNumber, occurredAt);
        (IsTheirs, Theirs, Fee) = (theirs is not null, theirs ?? Money.Zero, fee);
        Match(ours);
    }

    public Guid DayId { get; private set; }

    public ReconciledDay Day { get; private set; } = null!;

    public ReconciliationKind Kind { get; private set; }

    public string TransactionId { get; private set; } = "";

    public string OrderNumber { get; private set; } = "";

    public bool IsTheirs { get; private set; }

    /// <summary>Below zero for money that went back.</summary>
    public Money Theirs { get; private set; }

    public Money Fee { get; private set; }

    public Money Ours { get; private set; }

    public DateTimeOffset? OccurredAt { get; private set; }

    public Guid? PaymentId { get; private set; }

    public Payment? Payment { get; private set; }

    /// <summary>Cash from a till that the bank's line is.</summary>
    public Guid? DepositId { get; private set; }

    /// <summary>The channel's day that was paid out by the bank's line, or the batch of collections that it is the sum of; each is confirmed once.</summary>
    public Guid? ConfirmsId { get; private set; }

    /// <summary>Why a difference is in order, and what was done about it.</summary>
    public string? Decision { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public Guid Version { get; private set; }

    public bool NeedsDecision => Kind != ReconciliationKind.Matched && Decision is null;

    /// <summary>Another statement of the day says otherwise of the transaction.</summary>
    /// <param name="theirs">Null where it says nothing any more.</param>
    public void Restate(Money? theirs, Money fee, DateTimeOffset? occurredAt) => (IsTheirs, Theirs, Fee, OccurredAt) = (theirs is not null, theirs ?? Money.Zero, fee, occurredAt ?? OccurredAt);

    /// <summary>Sets it against what is booked now; null where nothing is.</summary>
    public void Match(PaymentTender? ours)
    {
        (Ours, PaymentId, Version) = (ours?.Amount ?? Money.Zero, ours?.PaymentId, Guid.NewGuid());
        Kind = ours is null ? ReconciliationKind.OnlyTheirs
            : !IsTheirs ? ReconciliationKind.OnlyOurs
            : Theirs == Ours ? ReconciliationKind.Matched : ReconciliationKind.AmountDiffers;
    }

    /// <summary>Sets it against cash that was paid into the bank.</summary>
    public void Match(BankDeposit deposit)
    {
        (Ours, DepositId, Version) = (deposit.Amount, deposit.Id, Guid.NewGuid());
        Kind = !IsTheirs ? ReconciliationKind.OnlyOurs : Theirs == Ours ? ReconciliationKind.Matched : ReconciliationKind.AmountDiffers;
    }

    /// <summary>The bank's line is what a channel paid out, or what a batch collected: the books have it there already.</summary>
    /// <param name="id">Of the channel's day, or of the batch.</param>
    /// <exception cref="RuleViolation">The sums differ, or it is decided.</exception>
    public void Confirm(Guid id, Money sum, string what, Requester by)
    {
        if (Kind != ReconciliationKind.OnlyTheirs || sum != Theirs)
        {
            throw new RuleViolation("{0} 合计 {1}，与银行的 {2} 不符。", [what, sum, Theirs]);
        }

        Decide(what, by);
        ConfirmsId = id;
    }

    /// <summary>What decided it was taken back.</summary>
    public void Undecide() => (Decision, DecidedBy, DecidedAt, Version) = (null, null, null, Guid.NewGuid());

    /// <summary>Decides a difference with a reason that stays with it.</summary>
    /// <exception cref="RuleViolation">There is no difference, or it is decided.</exception>
    public void Decide(string? decision, Requester by)
    {
        if (!NeedsDecision)
        {
            throw new RuleViolation("这笔没有差异，或已经处理过了。");
        }

        (Decision, DecidedBy, DecidedAt, Version) = (Require.Text(decision, "处理说明", 200), by.Name, by.At, Guid.NewGuid());
    }
}

public enum ReconciliationKind
{
    /// <summary>一致</summary>
    Matched,

    /// <summary>仅我方有</summary>
    OnlyOurs,

    /// <summary>仅对方有</summary>
    OnlyTheirs,

    /// <summary>金额不符</summary>
    AmountDiffers,
}

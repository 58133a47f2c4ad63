using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.Dunning;

/// <summary>承诺付款: what an owner said they would pay, and until when. Until then the bills are not dunned.</summary>
public sealed class PaymentPromise : CommunityOwned
{
    private readonly List<PromisedBill> _bills = [];

    private PaymentPromise()
    {
    }

    /// <param name="bills">The bills that it is about; all of this owner.</param>
    /// <param name="longest">Days that it may lie ahead at most.</param>
    /// <exception cref="RuleViolation">The day or the amount cannot be.</exception>
    public PaymentPromise(Owner owner, IReadOnlyCollection<Bill> bills, Money amount, DateOnly until, int longest, string? note, Requester by)
        : base(owner)
    {
        if (until < by.Today || until > by.Today.AddDays(longest))
        {
            throw new RuleViolation("承诺日期须在今天到 {0} 之间（最长 {1} 天）。", [$"{by.Today.AddDays(longest):yyyy-MM-dd}", longest], "PromiseUntil");
        }

        var open = Money.Sum(bills.Select(b => b.Outstanding));
        if (amount <= Money.Zero || amount > open)
        {
            throw new RuleViolation("承诺金额须大于 0，且不超过所选账单的欠费 {0}。", [open], "PromiseAmount");
        }

        (OwnerId, Amount, Until, Note) = (owner.Id, amount, until, Require.OptionalText(note, "说明", 500));
        (MadeOn, By, At, Version) = (by.Today, by.Name, by.At, Guid.NewGuid());
        _bills.AddRange(bills.Select(b => new PromisedBill(this, b)));
    }

    public Guid OwnerId { get; private set; }

    public Owner Owner { get; private set; } = null!;

    public Money Amount { get; private set; }

    /// <summary>The last day on which a payment keeps it.</summary>
    public DateOnly Until { get; private set; }

    public string? Note { get; private set; }

    public PromiseState State { get; private set; }

    public DateOnly MadeOn { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<PromisedBill> Bills => _bills;

    /// <param name="paid">On its bills since it was made, until its day.</param>
    /// <param name="isSettled">Nothing is open of its bills any more.</param>
    /// <returns>Whether it ended.</returns>
    public bool Judge(Money paid, bool isSettled, DateOnly today, DateTimeOffset now)
    {
        if (State != PromiseState.Open || (paid < Amount && !isSettled && today <= Until))
        {
            return false;
        }

        End(paid >= Amount || isSettled ? PromiseState.Kept : PromiseState.Broken, now);
        return true;
    }

    /// <summary>It was noted by mistake, or another takes its place.</summary>
    public void Withdraw(DateTimeOffset now)
    {
        if (State != PromiseState.Open)
        {
            throw new RuleViolation("这条承诺已经结束。");
        }

        End(PromiseState.Withdrawn, now);
    }

    private void End(PromiseState state, DateTimeOffset now)
    {
        (State, EndedAt, Version) = (state, now, Guid.NewGuid());
        _bills.ForEach(b => b.Free());
    }
}

/// <summary>A bill that is promised; in one open promise only, by the database's key.</summary>
public sealed class PromisedBill : CommunityOwned
{
    private PromisedBill()
    {
    }

    internal PromisedBill(PaymentPromise promise, Bill bill)
        : base(promise) => (PromiseId, BillId, OpenBillId, PaidBefore) = (promise.Id, bill.Id, bill.Id, bill.Paid);

    public Guid PromiseId { get; private set; }

    public Guid BillId { get; private set; }

    /// <summary>The bill while the promise is open, then null.</summary>
    public Guid? OpenBillId { get; private set; }

    /// <summary>What was paid of the bill when the promise was made.</summary>
    public Money PaidBefore { get; private set; }

    internal void Free() => OpenBillId = null;
}

public enum PromiseState
{
    /// <summary>待兑现</summary>
    Open,

    /// <summary>已兑现</summary>
    Kept,

    /// <summary>未兑现</summary>
    Broken,

    /// <summary>已撤销</summary>
    Withdrawn,
}

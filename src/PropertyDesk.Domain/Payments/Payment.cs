using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Shifts;

namespace PropertyDesk.Domain.Payments;

/// <summary>
/// Money taken from a payer, in one or several tenders: applied to bill lines, and what is left goes into the payer's purse.
/// Money that goes back is a payment below zero: the red twin of one that was taken, or a payout from the purse. The request
/// id is unique, so that neither a double click nor a lost answer books twice.
/// </summary>
public sealed class Payment : CommunityOwned
{
    private readonly List<Allocation> _allocations = [];
    private readonly List<PaymentTender> _tenders = [];

    private Payment()
    {
    }

    /// <param name="tenders">At least one; each proves itself by its reference where its method has one.</param>
    /// <param name="paidOn">The company's day, or the bank's for what a bank collected.</param>
    public Payment(Owner payer, IReadOnlyList<Tender> tenders, Guid requestId, DateOnly paidOn)
        : this(payer, tenders, requestId, paidOn, isBack: false)
    {
    }

    private Payment(Owner payer, IReadOnlyList<Tender> tenders, Guid requestId, DateOnly paidOn, bool isBack)
        : base(payer)
    {
        (OwnerId, Owner, OwnerName) = (payer.Id, payer, payer.Name);
        (RequestId, PaidOn) = (requestId, paidOn);
        _tenders.AddRange(tenders.Select((tender, i) => new PaymentTender(this, tender, i, isBack)));
        Amount = Money.Sum(_tenders.Select(t => t.Amount));
        if (Amount.IsZero)
        {
            throw new RuleViolation("收款金额须大于 0。", field: "Amount");
        }

        (Method, Reference) = _tenders is [var only] ? (only.Method, only.Reference) : (PaymentMethod.Several, null);
    }

    public Guid OwnerId { get; private set; }

    public Owner Owner { get; private set; } = null!;

    public string OwnerName { get; private set; } = "";

    public Money Amount { get; private set; }

    /// <summary>Of the only tender; <see cref="PaymentMethod.Several"/> where they are several.</summary>
    public PaymentMethod Method { get; private set; }

    /// <summary>Of the only tender.</summary>
    public string? Reference { get; private set; }

    /// <summary>What no bill needed: it went into the payer's purse.</summary>
    public Money Prepaid { get; private set; }

    /// <summary>The payment whose red twin this is: it takes all of it back, once.</summary>
    public Guid? ReversesId { get; private set; }

    public Payment? Reverses { get; private set; }

    public Guid RequestId { get; private set; }

    /// <summary>The company's day on which the money was taken.</summary>
    public DateOnly PaidOn { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public Guid? CashierId { get; private set; }

    public string CashierName { get; private set; } = "";

    /// <summary>The shift in whose till it lies; null for what came by a channel or the program itself.</summary>
    public Guid? ShiftId { get; private set; }

    public IReadOnlyList<Allocation> Allocations => _allocations;

    public IReadOnlyList<PaymentTender> Tenders => _tenders;

    /// <summary>The red twin of a payment: the bills are open again, the purse is as it was, the money goes back.</summary>
    /// <param name="taken">With its allocations, each with bill and line.</param>
    /// <param name="back">How the money goes back; as much as was taken.</param>
    /// <exception cref="RuleViolation">It is itself money that went back, or a line was taken back by a red entry meanwhile.</exception>
    public static Payment Red(Payment taken, IReadOnlyList<Tender> back, Guid requestId, DateOnly on)
    {
        taken.RequireReversible();
        var red = new Payment(taken.Owner, back, requestId, on, isBack: true) { ReversesId = taken.Id, Reverses = taken, Prepaid = -taken.Prepaid };
        ArgumentOutOfRangeException.ThrowIfNotEqual(red.Amount, -taken.Amount);
        foreach (var paid in taken.Allocations)
        {
            paid.Bill.Release(paid.BillLine, paid.Amount);
            red._allocations.Add(new Allocation(red, paid.Bill, paid.BillLine, -paid.Amount));
        }

        return red;
    }

    /// <summary>Whether a red twin can take it back as things stand.</summary>
    /// <exception cref="RuleViolation">It is itself money that went back, or a line was taken back by a red entry meanwhile.</exception>
    public void RequireReversible()
    {
        if (Amount < Money.Zero)
        {
            throw new RuleViolation("红字收据不能再冲销，请重新收款。");
        }

        if (Allocations.FirstOrDefault(paid => paid.BillLine.Paid < paid.Amount) is { } gone)
        {
            throw new RuleViolation("账单 {0} 的 {1} 已红冲，钱已转入预存款：请从预存款退款。", [gone.Bill.Number, gone.BillLine.ItemName]);
        }
    }

    /// <summary>Prepaid money that goes back to the payer.</summary>
    public static Payment Payout(Owner payer, Tender back, Guid requestId, DateOnly on) =>
        new(payer, [back], requestId, on, isBack: true) { Prepaid = -back.Amount };

    public void SignedBy(Guid? cashierId, string cashierName, DateTimeOffset now) =>
        (CashierId, CashierName, RecordedAt) = (cashierId, cashierName, now);

    public void TakenIn(Shift shift)
    {
        shift.RequireOpen();
        ShiftId = shift.Id;
    }

    /// <summary>Applies a part of the money to a bill line.</summary>
    public Allocation Apply(Bill bill, BillLine line, Money amount)
    {
        bill.Apply(line, amount);
        var allocation = new Allocation(this, bill, line, amount);
        _allocations.Add(allocation);
        return allocation;
    }

    /// <summary>Puts what is left of the money into the payer's purse.</summary>
    public PurseEntry Keep(Purse purse, Money rest, DateTimeOffset now)
    {
        Prepaid = rest;
        return purse.Move(PurseEntryKind.PaidIn, rest, Id, PaidOn, now);
    }
}

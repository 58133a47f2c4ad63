using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Shifts;

namespace PropertyDesk.Domain.Payments;

/// <summary>
/// Money taken from a payer, in one or several tenders: applied to bill lines, and what is left goes into the payer's purse.
/// The request id is unique, so that neither a double click nor a lost answer books twice.
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
        : base(payer)
    {
        (OwnerId, Owner, OwnerName) = (payer.Id, payer, payer.Name);
        (RequestId, PaidOn) = (requestId, paidOn);
        _tenders.AddRange(tenders.Select((tender, i) => new PaymentTender(this, tender, i)));
        Amount = Money.Sum(tenders.Select(t => t.Amount));
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

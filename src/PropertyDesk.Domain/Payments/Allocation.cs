using PropertyDesk.Domain.Billing;

namespace PropertyDesk.Domain.Payments;

/// <summary>
/// Money that settled a bill line (核销): a part of a payment or of a purse; negative where a red entry, or
/// the red twin of the payment, took it back.
/// Append only.
/// </summary>
public sealed class Allocation : CommunityOwned
{
    private Allocation()
    {
    }

    internal Allocation(Payment payment, Bill bill, BillLine line, Money amount)
        : this(bill, line, amount, payment.PaidOn) => (PaymentId, Payment) = (payment.Id, payment);

    internal Allocation(PurseEntry entry, Bill bill, BillLine line, Money amount)
        : this(bill, line, amount, entry.On) => (PurseEntryId, PurseEntry) = (entry.Id, entry);

    private Allocation(Bill bill, BillLine line, Money amount, DateOnly on)
        : base(bill)
    {
        (BillId, Bill, BillLineId, BillLine, ChargeItemId) = (bill.Id, bill, line.Id, line, line.ChargeItemId);
        (Period, Amount, AppliedOn) = (bill.Period, amount, on);
    }

    /// <summary>The payment that the money came from; null where it came from, or went back to, the purse.</summary>
    public Guid? PaymentId { get; private set; }

    public Payment? Payment { get; private set; }

    /// <summary>The movement of the purse that the money came from or went back to.</summary>
    public Guid? PurseEntryId { get; private set; }

    public PurseEntry? PurseEntry { get; private set; }

    public Guid BillId { get; private set; }

    public Bill Bill { get; private set; } = null!;

    public Guid BillLineId { get; private set; }

    public BillLine BillLine { get; private set; } = null!;

    public Guid ChargeItemId { get; private set; }

    /// <summary>The month of the bill, not of the payment.</summary>
    public BillingMonth Period { get; private set; }

    public Money Amount { get; private set; }

    public DateOnly AppliedOn { get; private set; }
}

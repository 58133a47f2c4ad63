using PropertyDesk.Domain.Billing;

namespace PropertyDesk.Domain.Payments;

/// <summary>The part of a payment that paid a bill line (核销).</summary>
public sealed class Allocation : CommunityOwned
{
    private Allocation()
    {
    }

    internal Allocation(Payment payment, Bill bill, BillLine line, Money amount)
        : base(bill)
    {
        (PaymentId, BillId, BillLineId, ChargeItemId) = (payment.Id, bill.Id, line.Id, line.ChargeItemId);
        (Period, Amount, AppliedOn) = (bill.Period, amount, payment.PaidOn);
    }

    public Guid PaymentId { get; private set; }

    public Payment Payment { get; private set; } = null!;

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

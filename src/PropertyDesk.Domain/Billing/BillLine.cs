using PropertyDesk.Domain.Charges;

namespace PropertyDesk.Domain.Billing;

/// <summary>One charge on a bill, frozen with its own working.</summary>
public sealed class BillLine : CommunityOwned
{
    private BillLine()
    {
    }

    /// <param name="working">The working of the line as JSON (see <c>LineWorking</c>).</param>
    /// <param name="quantity">Metered use that counts in the month's calendar year, for the tiers of the months that follow; else null.</param>
    public BillLine(Bill bill, ChargeAssignment assignment, ChargeItem item, int position, Money amount, decimal? quantity, string working)
        : base(bill)
    {
        (BillId, ChargeAssignmentId, ChargeItemId) = (bill.Id, assignment.Id, item.Id);
        (OwnerId, Period) = (bill.OwnerId, bill.Period);
        (ItemName, OnBehalf, Priority, VatRate) = (item.Name, item.OnBehalf, item.Priority, item.VatRate);
        (Position, Amount, Quantity, Working) = (position, amount, quantity, working);
        Net = Money.Round(amount.Yuan / (1 + item.VatRate));
    }

    public Guid BillId { get; private set; }

    public Bill Bill { get; private set; } = null!;

    public Guid ChargeAssignmentId { get; private set; }

    public Guid ChargeItemId { get; private set; }

    public Guid OwnerId { get; private set; }

    public BillingMonth Period { get; private set; }

    public string ItemName { get; private set; } = "";

    public bool OnBehalf { get; private set; }

    public int Priority { get; private set; }

    public int Position { get; private set; }

    public Money Amount { get; private set; }

    /// <summary>Amount without VAT; the tax is the difference.</summary>
    public Money Net { get; private set; }

    public decimal VatRate { get; private set; }

    public Money Paid { get; private set; }

    public Money Outstanding => Amount - Paid;

    public decimal? Quantity { get; private set; }

    public string Working { get; private set; } = "";

    internal void Apply(Money amount)
    {
        if (amount <= Money.Zero || amount > Outstanding)
        {
            throw new RuleViolation("{0} 待收 {1}，不能收 {2}。", [ItemName, Outstanding, amount]);
        }

        Paid += amount;
    }
}

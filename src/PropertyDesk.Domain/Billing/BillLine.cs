using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Domain.Billing;

/// <summary>One charge on a bill, frozen with its own working.</summary>
public sealed class BillLine : CommunityOwned
{
    private BillLine()
    {
    }

    /// <param name="working">The working of the line as JSON (see <c>LineWorking</c>).</param>
    /// <param name="quantity">Metered use that counts in the month's calendar year, for the tiers of the months that follow; else null.</param>
    /// <param name="revision">0, or how many lines for the same source, month and payer were taken back before.</param>
    public BillLine(Bill bill, ChargeAssignment assignment, ChargeItem item, int position, Money amount, decimal? quantity, string working, int revision = 0)
        : this(bill, assignment.Id, item, position, amount, working, revision) =>
        (ChargeAssignmentId, Quantity) = (assignment.Id, quantity);

    private BillLine(Bill bill, Guid sourceId, ChargeItem item, int position, Money amount, string working, int revision)
        : base(bill)
    {
        (BillId, SourceId, Revision, ChargeItemId) = (bill.Id, sourceId, revision, item.Id);
        (OwnerId, Period) = (bill.OwnerId, bill.Period);
        (ItemName, OnBehalf, Priority, VatRate) = (item.Name, item.OnBehalf, item.Priority, item.VatRate);
        (Position, Amount, Outstanding, Working) = (position, amount, amount, working);
        Net = Money.Round(amount.Yuan / (1 + item.VatRate));
    }

    public Guid BillId { get; private set; }

    public Bill Bill { get; private set; } = null!;

    /// <summary>What the line bills: the assignment, for a late fee the overdue bill, for a service the ticket. Billed once for a month and payer.</summary>
    public Guid SourceId { get; private set; }

    /// <summary>0 for the first line of a source, month and payer; 1, 2 … for those that replace one taken back.</summary>
    public int Revision { get; private set; }

    /// <summary>Null for a late fee and for a service.</summary>
    public Guid? ChargeAssignmentId { get; private set; }

    /// <summary>The ticket whose material and labour it bills; null for all else.</summary>
    public Guid? TicketId { get; private set; }

    public bool IsLateFee => ChargeAssignmentId is null && TicketId is null;

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

    public Money Credited { get; private set; }

    /// <summary>Amount − credited − paid; below zero only on a line below zero.</summary>
    public Money Outstanding { get; private set; }

    public decimal? Quantity { get; private set; }

    public string Working { get; private set; } = "";

    /// <summary>The red entry that took the line back; its source and month can be billed anew then.</summary>
    public Guid? ReversedById { get; private set; }

    /// <summary>A late fee on an overdue bill.</summary>
    /// <param name="revision">How many late fees of that bill were booked in the month before.</param>
    public static BillLine OfLateFee(Bill bill, Guid overdueBillId, ChargeItem item, int position, Money amount, string working, int revision) =>
        new(bill, overdueBillId, item, position, amount, working, revision);

    /// <summary>Material and labour of a ticket.</summary>
    /// <param name="revision">How many lines of that ticket there were before.</param>
    public static BillLine OfService(Bill bill, Ticket ticket, ChargeItem item, int position, Money amount, string working, int revision) =>
        new(bill, ticket.Id, item, position, amount, working, revision) { TicketId = ticket.Id };

    internal void Apply(Money amount)
    {
        if (!IsWithin(amount, Outstanding))
        {
            throw new RuleViolation("{0} 待收 {1}，不能收 {2}。", [ItemName, Outstanding, amount]);
        }

        (Paid, Outstanding) = (Paid + amount, Outstanding - amount);
    }

    internal void Credit(Money amount)
    {
        if (!IsWithin(amount, Outstanding))
        {
            throw new RuleViolation("{0} 待收 {1}，不能减 {2}。", [ItemName, Outstanding, amount]);
        }

        (Credited, Outstanding) = (Credited + amount, Outstanding - amount);
    }

    internal void Release(Money amount)
    {
        if (!IsWithin(amount, Paid))
        {
            throw new RuleViolation("{0} 已收 {1}，不能退回 {2}。", [ItemName, Paid, amount]);
        }

        (Paid, Outstanding) = (Paid - amount, Outstanding + amount);
    }

    /// <summary>Marks the line as taken back; once.</summary>
    public void Reverse(Guid redEntryId)
    {
        if (ReversedById is not null || !Outstanding.IsZero)
        {
            throw new RuleViolation("{0} 已经红冲，或还有未冲的金额。", [ItemName]);
        }

        ReversedById = redEntryId;
    }

    /// <summary>More than nothing, and no more than there is; a line below zero has less than nothing to give.</summary>
    private static bool IsWithin(Money amount, Money available) => available < Money.Zero
        ? amount < Money.Zero && amount >= available
        : amount > Money.Zero && amount <= available;
}

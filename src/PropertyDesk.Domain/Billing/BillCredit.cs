namespace PropertyDesk.Domain.Billing;

/// <summary>
/// What comes off a bill line: a document of its own beside the gross line, which stays (rules of the money, section 2).
/// Append only.
/// </summary>
public sealed class BillCredit : CommunityOwned
{
    private BillCredit()
    {
    }

    internal BillCredit(Bill bill, BillLine line, BillCreditKind kind, Money amount, string working, Guid? documentId, DateOnly? on)
        : base(bill)
    {
        (BillId, BillLineId, ChargeItemId, OwnerId, Period) = (bill.Id, line.Id, line.ChargeItemId, bill.OwnerId, bill.Period);
        (Kind, Amount, Working, DocumentId, On) = (kind, amount, working, documentId, on);
        Net = Money.Round(amount.Yuan / (1 + line.VatRate));
    }

    public Guid BillId { get; private set; }

    public Bill Bill { get; private set; } = null!;

    public Guid BillLineId { get; private set; }

    public BillLine BillLine { get; private set; } = null!;

    public Guid ChargeItemId { get; private set; }

    public Guid OwnerId { get; private set; }

    public BillingMonth Period { get; private set; }

    public BillCreditKind Kind { get; private set; }

    /// <summary>How much less is owed; negative on a line below zero, whose credit is used up by it.</summary>
    public Money Amount { get; private set; }

    /// <summary>Amount without VAT.</summary>
    public Money Net { get; private set; }

    /// <summary>How the amount was computed, as JSON (see <c>LineWorking</c>).</summary>
    public string Working { get; private set; } = "";

    /// <summary>The approved request behind a waiver or red entry; null for what a run computed.</summary>
    public Guid? DocumentId { get; private set; }

    /// <summary>From which day it counts: the day of issue for what a run computed, null while that is a draft.</summary>
    public DateOnly? On { get; private set; }
}

namespace PropertyDesk.Domain.DirectDebit;

/// <summary>
/// A bill that a line collects. While <see cref="HeldBillId"/> names it, the bill is in collection (托收中) and takes no money
/// in another way; the key on it lets a bill be in one line only.
/// </summary>
public sealed class DebitLineBill : CommunityOwned
{
    private DebitLineBill()
    {
    }

    internal DebitLineBill(DebitLine line, DebitBill bill)
        : base(line) => (LineId, Line, BillId, HeldBillId, Amount) = (line.Id, line, bill.Id, bill.Id, bill.Open);

    public Guid LineId { get; private set; }

    public DebitLine Line { get; private set; } = null!;

    public Guid BillId { get; private set; }

    /// <summary>The bill while it is held; null when it is free again.</summary>
    public Guid? HeldBillId { get; private set; }

    /// <summary>What was open of it when the batch was made.</summary>
    public Money Amount { get; private set; }

    internal void Release() => HeldBillId = null;
}

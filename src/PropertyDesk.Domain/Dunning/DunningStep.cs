using PropertyDesk.Domain.Billing;

namespace PropertyDesk.Domain.Dunning;

/// <summary>A rung that a bill has taken: once, by the database's key.</summary>
public sealed class DunningStep : CommunityOwned
{
    private DunningStep()
    {
    }

    public DunningStep(DunningContact contact, Guid billId, DunningKind kind, int turn, Money asked, DateOnly day)
        : base(contact) => (ContactId, BillId, Kind, Turn, Asked, Day) = (contact.Id, billId, kind, turn, asked, day);

    public Guid ContactId { get; private set; }

    public DunningContact Contact { get; private set; } = null!;

    public Guid BillId { get; private set; }

    public Bill Bill { get; private set; } = null!;

    public DunningKind Kind { get; private set; }

    /// <summary>1 for the first rung of its kind, 2 for the second.</summary>
    public int Turn { get; private set; }

    /// <summary>What was asked of the bill: without lines in dispute.</summary>
    public Money Asked { get; private set; }

    public DateOnly Day { get; private set; }
}

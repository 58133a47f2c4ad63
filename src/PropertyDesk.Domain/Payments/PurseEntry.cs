namespace PropertyDesk.Domain.Payments;

/// <summary>One movement of a purse; append only. One document moves a purse once.</summary>
public sealed class PurseEntry : CommunityOwned
{
    private PurseEntry()
    {
    }

    internal PurseEntry(Purse purse, PurseEntryKind kind, Money amount, Guid documentId, DateOnly on, DateTimeOffset now)
        : base(purse)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(amount, Money.Zero);
        (PurseId, Purse, OwnerId, Kind, Amount, DocumentId, On, RecordedAt) = (purse.Id, purse, purse.OwnerId, kind, amount, documentId, on, now);
    }

    public Guid PurseId { get; private set; }

    public Purse Purse { get; private set; } = null!;

    public Guid OwnerId { get; private set; }

    public PurseEntryKind Kind { get; private set; }

    /// <summary>Positive in, negative out.</summary>
    public Money Amount { get; private set; }

    /// <summary>The red entry, bill, payment, use or release that caused it.</summary>
    public Guid DocumentId { get; private set; }

    public DateOnly On { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}

namespace PropertyDesk.Domain.Ledger;

/// <summary>A line to post: debit positive, credit negative.</summary>
public readonly record struct Posting(Account Account, Money Amount, Guid? OwnerId = null, Guid? BillId = null);

/// <summary>One line of a journal entry.</summary>
public sealed class JournalLine : CommunityOwned
{
    private JournalLine()
    {
    }

    internal JournalLine(JournalEntry entry, Posting posting)
        : base(entry)
    {
        JournalEntryId = entry.Id;
        (Account, Amount, OwnerId, BillId) = posting;
    }

    public Guid JournalEntryId { get; private set; }

    public JournalEntry JournalEntry { get; private set; } = null!;

    public Account Account { get; private set; }

    public Guid? OwnerId { get; private set; }

    public Guid? BillId { get; private set; }

    /// <summary>Debit positive, credit negative.</summary>
    public Money Amount { get; private set; }
}

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
        (JournalEntryId, Date) = (entry.Id, entry.Date);
        (Account, Amount, OwnerId, BillId) = posting;
    }

    public Guid JournalEntryId { get; private set; }

    public JournalEntry JournalEntry { get; private set; } = null!;

    /// <summary>The entry's date: what an account moved over some days is found without looking at every entry.</summary>
    public DateOnly Date { get; private set; }

    public Account Account { get; private set; }

    public Guid? OwnerId { get; private set; }

    public Guid? BillId { get; private set; }

    /// <summary>Debit positive, credit negative.</summary>
    public Money Amount { get; private set; }
}

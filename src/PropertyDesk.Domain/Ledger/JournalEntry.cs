namespace PropertyDesk.Domain.Ledger;

/// <summary>
/// A balanced posting of one money event, append only: its lines add up to zero. The pair of kind and source is unique,
/// so one event is posted once.
/// </summary>
public sealed class JournalEntry : CommunityOwned
{
    private readonly List<JournalLine> _lines = [];

    private JournalEntry()
    {
    }

    private JournalEntry(CommunityOwned source, JournalKind kind, DateOnly date, DateTimeOffset now)
        : base(source) => (Kind, SourceId, Date, PostedAt) = (kind, source.Id, date, now);

    public JournalKind Kind { get; private set; }

    public Guid SourceId { get; private set; }

    public DateOnly Date { get; private set; }

    public DateTimeOffset PostedAt { get; private set; }

    public IReadOnlyList<JournalLine> Lines => _lines;

    /// <summary>Makes a balanced entry; lines of zero are left out.</summary>
    /// <param name="lines">Debits positive, credits negative; at least two, adding up to zero.</param>
    public static JournalEntry Post(CommunityOwned source, JournalKind kind, DateOnly date, DateTimeOffset now, IEnumerable<Posting> lines)
    {
        var entry = new JournalEntry(source, kind, date, now);
        entry._lines.AddRange(lines.Where(p => !p.Amount.IsZero).Select(p => new JournalLine(entry, p)));
        if (entry._lines.Count == 1 || !Money.Sum(entry._lines.Select(l => l.Amount)).IsZero)
        {
            throw new InvalidOperationException($"{kind} {source.Id} is not balanced.");
        }

        return entry;
    }
}

using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Corrections;

namespace PropertyDesk.Domain.Reconciliation;

/// <summary>
/// A day of a channel's or the bank's statement set against our payments (对账; rules of the money, section 6). It is closed
/// when every difference is decided; then the channel's money counts as settled.
/// </summary>
public sealed class ReconciledDay : CompanyOwned
{
    private readonly List<ReconciliationItem> _items = [];

    private ReconciledDay()
    {
    }

    public ReconciledDay(Company company, MoneySource source, DateOnly day)
        : base(company.Id) => (Source, Day) = (source, day);

    public MoneySource Source { get; private set; }

    public DateOnly Day { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>SHA-256 of the statement, hexadecimal.</summary>
    public string FileHash { get; private set; } = "";

    public string TakenBy { get; private set; } = "";

    public DateTimeOffset TakenAt { get; private set; }

    public string? ClosedBy { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public IReadOnlyList<ReconciliationItem> Items => _items;

    public Guid Version { get; private set; }

    public bool IsClosed => ClosedAt is not null;

    /// <summary>Notes which statement the items come from.</summary>
    /// <exception cref="RuleViolation">The day is closed.</exception>
    public void Take(string fileName, string hash, Requester by)
    {
        RequireOpen();
        FileName = fileName.Length > 100 ? fileName[..100] : fileName;
        (FileHash, TakenBy, TakenAt, Version) = (hash, by.Name, by.At, Guid.NewGuid());
    }

    /// <exception cref="RuleViolation">A difference is not decided, or the day is closed.</exception>
    public void Close(Requester by)
    {
        RequireOpen();
        var open = _items.Count(i => i.NeedsDecision);
        if (open > 0)
        {
            throw new RuleViolation("还有 {0} 笔差异没有处理，不能关闭这一天。", [open]);
        }

        (ClosedBy, ClosedAt, Version) = (by.Name, by.At, Guid.NewGuid());
    }

    /// <summary>Something of the day is decided.</summary>
    /// <exception cref="RuleViolation">The day is closed.</exception>
    public void Changes()
    {
        RequireOpen();
        Version = Guid.NewGuid();
    }

    public void RequireOpen()
    {
        if (IsClosed)
        {
            throw new RuleViolation("{0} 的对账已由 {1} 关闭。", [$"{Day:yyyy-MM-dd}", ClosedBy!]);
        }
    }
}

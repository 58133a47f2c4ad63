using System.Globalization;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Corrections;

namespace PropertyDesk.Domain.DirectDebit;

/// <summary>How far a batch has come.</summary>
public enum DebitBatchState
{
    /// <summary>待导出: its bills are held; lines may be taken out, or all of it cancelled.</summary>
    Drafted,

    /// <summary>已导出: frozen; the bank has the file.</summary>
    Exported,

    /// <summary>已回盘: the bank answered, and something is not decided yet.</summary>
    Returned,

    /// <summary>已完成: every line is booked or failed.</summary>
    Settled,

    /// <summary>已取消, before it went out.</summary>
    Cancelled,
}

/// <summary>The file of a batch as it went out.</summary>
/// <param name="ContentCipher">Encrypted, for it holds account numbers.</param>
/// <param name="Hash">SHA-256 of the bytes, hexadecimal.</param>
public sealed record ExportedFile(string Name, string ContentCipher, string Hash);

/// <summary>
/// Bills that the bank is to collect in one file (托收批次). It gets its number when it goes out, so that the numbers of the
/// files that the bank sees have no gap.
/// </summary>
public sealed class DebitBatch : CompanyOwned
{
    private readonly List<DebitLine> _lines = [];

    private DebitBatch()
    {
    }

    /// <param name="scope">What was chosen, in words.</param>
    public DebitBatch(DebitLayout layout, string scope, DateOnly? dueUntil, Requester by)
        : base(layout.CompanyId)
    {
        (LayoutId, Layout, Scope, DueUntil) = (layout.Id, layout, scope.Length > 200 ? scope[..199] + "…" : scope, dueUntil);
        (MadeBy, MadeAt) = (by.Name, by.At);
    }

    public Guid LayoutId { get; private set; }

    public DebitLayout Layout { get; private set; } = null!;

    public string Scope { get; private set; } = "";

    /// <summary>Bills due until this day; null for all that are open.</summary>
    public DateOnly? DueUntil { get; private set; }

    public DebitBatchState State { get; private set; }

    /// <summary>Unique and without a gap in the company; null until it goes out.</summary>
    public int? Number { get; private set; }

    public string MadeBy { get; private set; } = "";

    public DateTimeOffset MadeAt { get; private set; }

    public string? ExportedBy { get; private set; }

    public DateTimeOffset? ExportedAt { get; private set; }

    /// <summary>The day that the file names.</summary>
    public DateOnly? ExportedOn { get; private set; }

    public string? FileName { get; private set; }

    public string? FileHash { get; private set; }

    public string? ContentCipher { get; private set; }

    public string? CancelledBy { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    public IReadOnlyList<DebitLine> Lines => _lines;

    public Guid Version { get; private set; }

    public string Display => Format(Number);

    /// <summary>000012, or a dash while it has no number.</summary>
    public static string Format(int? number) => number is { } known ? known.ToString("000000", CultureInfo.InvariantCulture) : "—";

    /// <summary>The file goes out; from now on nothing of it changes.</summary>
    /// <exception cref="RuleViolation">It is no draft any more.</exception>
    public void Export(int number, ExportedFile file, Requester by)
    {
        RequireDraft();
        (State, Number, Version) = (DebitBatchState.Exported, number, Guid.NewGuid());
        (FileName, FileHash, ContentCipher) = (file.Name, file.Hash, file.ContentCipher);
        (ExportedBy, ExportedAt, ExportedOn) = (by.Name, by.At, by.Today);
    }

    /// <exception cref="RuleViolation">It went out already.</exception>
    public void Cancel(Requester by)
    {
        RequireDraft();
        (State, CancelledBy, Version) = (DebitBatchState.Cancelled, by.Name, Guid.NewGuid());
    }

    /// <summary>The bank answered.</summary>
    /// <exception cref="RuleViolation">Nothing went out, or all of it is decided.</exception>
    public void Return()
    {
        if (State is not (DebitBatchState.Exported or DebitBatchState.Returned))
        {
            throw new RuleViolation("只有已导出、还没有完成的批次才能导入回盘文件。");
        }

        (State, Version) = (DebitBatchState.Returned, Guid.NewGuid());
    }

    /// <summary>Every line is decided.</summary>
    public void Settle(DateTimeOffset now)
    {
        if (State == DebitBatchState.Returned)
        {
            (State, SettledAt, Version) = (DebitBatchState.Settled, now, Guid.NewGuid());
        }
    }

    /// <exception cref="RuleViolation">It went out, or was cancelled.</exception>
    public void RequireDraft()
    {
        if (State != DebitBatchState.Drafted)
        {
            throw new RuleViolation("批次已导出或已取消，不能再改；导出后请等银行回盘。");
        }
    }
}

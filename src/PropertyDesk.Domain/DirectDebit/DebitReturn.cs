using PropertyDesk.Domain.Corrections;

namespace PropertyDesk.Domain.DirectDebit;

/// <summary>How many lines, and what they come to.</summary>
public readonly record struct LineSum(int Count, Money Total)
{
    public static LineSum Of(IEnumerable<Money> amounts)
    {
        var list = amounts.ToList();
        return new LineSum(list.Count, Money.Sum(list));
    }
}

/// <summary>A bank's return file (回盘文件) that was taken. Its hash is unique: the same file changes nothing twice.</summary>
public sealed class DebitReturn : CompanyOwned
{
    private DebitReturn()
    {
    }

    public DebitReturn(DebitBatch batch, ExportedFile file, Requester by)
        : base(batch.CompanyId)
    {
        (BatchId, Batch) = (batch.Id, batch);
        (FileName, FileHash, ContentCipher) = (file.Name.Length > 100 ? file.Name[..100] : file.Name, file.Hash, file.ContentCipher);
        (TakenBy, TakenAt) = (by.Name, by.At);
    }

    public Guid BatchId { get; private set; }

    public DebitBatch Batch { get; private set; } = null!;

    public string FileName { get; private set; } = "";

    public string FileHash { get; private set; } = "";

    public string ContentCipher { get; private set; } = "";

    public string TakenBy { get; private set; } = "";

    public DateTimeOffset TakenAt { get; private set; }

    /// <summary>Lines of the file.</summary>
    public int Count { get; private set; }

    public Money Total { get; private set; }

    public int SuccessCount { get; private set; }

    public Money SuccessTotal { get; private set; }

    /// <summary>Lines that the bank had answered before, in the same way.</summary>
    public int Repeated { get; private set; }

    public void Tell(LineSum all, LineSum success, int repeated) =>
        (Count, Total, SuccessCount, SuccessTotal, Repeated) = (all.Count, all.Total, success.Count, success.Total, repeated);
}

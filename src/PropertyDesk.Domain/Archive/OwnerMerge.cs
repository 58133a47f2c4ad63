using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.Archive;

/// <summary>
/// That two records of one person became one (合并): which rows went from the duplicate to the survivor, so that it can be
/// undone. The database allows one in force for each duplicate.
/// </summary>
public sealed class OwnerMerge : CommunityOwned
{
    private readonly List<MergedRow> _rows = [];

    private OwnerMerge()
    {
    }

    /// <param name="requestId">Made with the form: sent twice, it is one merge.</param>
    /// <exception cref="RuleViolation">The two cannot be one, or no reason is given.</exception>
    public OwnerMerge(Owner survivor, Owner duplicate, string? reason, Guid requestId, Requester by)
        : base(survivor)
    {
        Reason = string.IsNullOrWhiteSpace(reason) ? throw new RuleViolation("请写明为什么是同一个人。", field: "Reason") : Require.Text(reason, "原因", 200);
        duplicate.MergeInto(survivor);
        (SurvivorId, Survivor, DuplicateId, Duplicate, OpenDuplicateId, RequestId) = (survivor.Id, survivor, duplicate.Id, duplicate, duplicate.Id, requestId);
        (By, At, Version) = (by.Name, by.At, Guid.NewGuid());
    }

    public Guid SurvivorId { get; private set; }

    public Owner Survivor { get; private set; } = null!;

    public Guid DuplicateId { get; private set; }

    public Owner Duplicate { get; private set; } = null!;

    /// <summary>The duplicate while the merge is in force, then null: makes it unique.</summary>
    public Guid? OpenDuplicateId { get; private set; }

    public string Reason { get; private set; } = "";

    public Guid RequestId { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public string? UndoneBy { get; private set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<MergedRow> Rows => _rows;

    /// <param name="columns">Of the row, those that named the duplicate, between commas.</param>
    /// <param name="version">Of a bill when it was moved: whether it changed since.</param>
    /// <param name="amount">The money that was moved with it.</param>
    public void Moved(CompanyOwned row, string columns, Guid? version, Money amount) => _rows.Add(new MergedRow(this, row, columns, version, amount));

    /// <exception cref="RuleViolation">It is undone already.</exception>
    public void Undo(Requester by)
    {
        if (UndoneAt is not null)
        {
            throw new RuleViolation("这次合并已经撤销了。");
        }

        Duplicate.Part();
        (OpenDuplicateId, UndoneBy, UndoneAt, Version) = (null, by.Name, by.At, Guid.NewGuid());
    }
}

/// <summary>A row that a merge moved.</summary>
public sealed class MergedRow : CommunityOwned
{
    private MergedRow()
    {
    }

    internal MergedRow(OwnerMerge merge, CompanyOwned row, string columns, Guid? version, Money amount)
        : base(merge) => (MergeId, Table, RowId, Columns, RowVersion, Amount) = (merge.Id, row.GetType().Name, row.Id, columns, version, amount);

    public Guid MergeId { get; private set; }

    /// <summary>The kind of row.</summary>
    public string Table { get; private set; } = "";

    public Guid RowId { get; private set; }

    public string Columns { get; private set; } = "";

    public Guid? RowVersion { get; private set; }

    public Money Amount { get; private set; }
}

using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Domain.Imports;

/// <summary>An uploaded workbook: previewed, then confirmed as a whole, and undone as a whole while nothing of it is billed.</summary>
public sealed class ImportBatch : CompanyOwned
{
    private readonly List<ImportChange> _changes = [];

    private ImportBatch()
    {
    }

    /// <param name="community">The community it goes into; null means that confirming makes a new one.</param>
    public ImportBatch(Company company, Community? community, string fileName, byte[] content, string uploadedBy, DateTimeOffset now)
        : base(company.Id)
    {
        (CommunityId, Content, UploadedBy, UploadedAt) = (community?.Id, content, uploadedBy, now);
        FileName = Require.Text(fileName, "文件名", 200);
    }

    public Guid? CommunityId { get; private set; }

    public string FileName { get; private set; } = "";

    public byte[] Content { get; private set; } = [];

    public string UploadedBy { get; private set; } = "";

    public DateTimeOffset UploadedAt { get; private set; }

    public ImportState State { get; private set; }

    public string? ConfirmedBy { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>What was shown and written at the confirmation, as JSON.</summary>
    public string? Outcome { get; private set; }

    public IReadOnlyList<ImportChange> Changes => _changes;

    /// <summary>Changes with every change: two people cannot confirm or undo at once.</summary>
    public Guid Version { get; private set; }

    public void Confirm(Community community, string outcome, string confirmedBy, DateTimeOffset now)
    {
        if (State != ImportState.Uploaded)
        {
            throw new RuleViolation("该文件已经导入过。");
        }

        (State, CommunityId, Outcome) = (ImportState.Confirmed, community.Id, outcome);
        (ConfirmedBy, ConfirmedAt, Version) = (confirmedBy, now, Guid.NewGuid());
    }

    public void Undo(DateTimeOffset now)
    {
        if (State != ImportState.Confirmed)
        {
            throw new RuleViolation("只能撤销已导入的文件。");
        }

        (State, UndoneAt, Version) = (ImportState.Undone, now, Guid.NewGuid());
    }
}

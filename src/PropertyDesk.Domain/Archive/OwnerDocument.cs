using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Files;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.Archive;

/// <summary>What a paper is.</summary>
public enum OwnerDocumentKind
{
    /// <summary>产权证明</summary>
    Title,

    /// <summary>身份证明</summary>
    Identity,

    /// <summary>租赁合同</summary>
    Lease,

    /// <summary>装修申请</summary>
    Renovation,

    Other,
}

/// <summary>A paper of an owner (证件资料). Whoever opens it is noted; removed, its file goes and the row stays.</summary>
public sealed class OwnerDocument : CommunityOwned
{
    private OwnerDocument()
    {
    }

    /// <param name="title">What it is, where the kind does not say it.</param>
    /// <param name="validUntil">Last day; null where it does not lapse.</param>
    /// <param name="requestId">Made with the form: sent twice, it is one paper.</param>
    public OwnerDocument(Owner owner, OwnerDocumentKind kind, string? title, DateOnly? validUntil, StoredFile file, Guid requestId, Requester by)
        : base(owner)
    {
        (OwnerId, Owner, Kind, ValidUntil, FileId, File) = (owner.Id, owner, kind, validUntil, file.Id, file);
        Title = Require.OptionalText(title, "名称", 60) ?? "";
        (RequestId, AddedBy, AddedAt) = (requestId, by.Name, by.At);
    }

    public Guid OwnerId { get; private set; }

    public Owner Owner { get; private set; } = null!;

    public OwnerDocumentKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    public DateOnly? ValidUntil { get; private set; }

    /// <summary>Null once it was removed.</summary>
    public Guid? FileId { get; private set; }

    public StoredFile? File { get; private set; }

    public Guid RequestId { get; private set; }

    public string AddedBy { get; private set; } = "";

    public DateTimeOffset AddedAt { get; private set; }

    public string? RemovedBy { get; private set; }

    public DateTimeOffset? RemovedAt { get; private set; }

    /// <exception cref="RuleViolation">It is removed already.</exception>
    public void Remove(Requester by)
    {
        if (RemovedAt is not null)
        {
            throw new RuleViolation("这份资料已经移除了。");
        }

        (FileId, File, RemovedBy, RemovedAt) = (null, null, by.Name, by.At);
    }
}

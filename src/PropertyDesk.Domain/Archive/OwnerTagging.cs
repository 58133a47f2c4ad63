using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.Archive;

/// <summary>
/// That a tag is on an owner, from a day on and, where it passes by itself, until one (a newborn is not one for ever). Taken
/// off, the row stays. The database allows one that is on of each tag for an owner.
/// </summary>
public sealed class OwnerTagging : CommunityOwned
{
    public const int LongestNote = 200;

    private OwnerTagging()
    {
    }

    /// <param name="until">Last day, inclusive; null where it holds until it is taken off.</param>
    /// <exception cref="RuleViolation">It ends before it begins, or the tag is not in use any more.</exception>
    public OwnerTagging(Owner owner, OwnerTag tag, DateOnly from, DateOnly? until, string? note, Requester by)
        : base(owner)
    {
        if (tag.IsEnded)
        {
            throw new RuleViolation("“{0}”已停用，请选别的标签。", [tag.Name], "TagId");
        }

        (OwnerId, Owner, TagId, Tag, OpenTagId, From) = (owner.Id, owner, tag.Id, tag, tag.Id, from);
        Until = Require.NotBefore(until, from);
        Note = Require.OptionalText(note, "备注", LongestNote);
        (PutBy, PutAt) = (by.Name, by.At);
    }

    public Guid OwnerId { get; private set; }

    public Owner Owner { get; private set; } = null!;

    public Guid TagId { get; private set; }

    public OwnerTag Tag { get; private set; } = null!;

    /// <summary>The tag while it is on, then null: makes it unique.</summary>
    public Guid? OpenTagId { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly? Until { get; private set; }

    public string? Note { get; private set; }

    public string PutBy { get; private set; } = "";

    public DateTimeOffset PutAt { get; private set; }

    /// <summary>Null while it is on, and where it passed by itself.</summary>
    public string? TakenBy { get; private set; }

    public DateTimeOffset? TakenAt { get; private set; }

    public bool IsPast(DateOnly today) => Until < today;

    /// <exception cref="RuleViolation">It is off already.</exception>
    public void TakeOff(Requester by)
    {
        if (OpenTagId is null)
        {
            throw new RuleViolation("标签已经取下了。");
        }

        (OpenTagId, TakenBy, TakenAt) = (null, by.Name, by.At);
    }

    /// <summary>Makes room for the same tag anew once this one's last day is past.</summary>
    public void MakeRoom(DateOnly today) => OpenTagId = IsPast(today) ? null : OpenTagId;
}

using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.Archive;

/// <summary>What was changed about an owner.</summary>
public enum OwnerChangeKind
{
    Name,

    Phone,

    Email,

    IdNumber,

    TagPut,

    TagTaken,

    MemberAdded,

    MemberChanged,

    MemberLeft,

    PetAdded,

    PetChanged,

    PetLeft,

    /// <summary>Preferred channel of messages; codes.</summary>
    Channel,

    /// <summary>Language of messages; codes.</summary>
    Language,

    /// <summary>Channels without consent; codes between commas.</summary>
    Refused,

    FamilyEnded,

    /// <summary>Personal data was deleted at the owner's wish.</summary>
    Erased,

    /// <summary>Another record of the same person was merged into this one.</summary>
    Merged,

    MergeUndone,
}

/// <summary>
/// That something about an owner was changed: what, from what to what, who and when. Written once. What is sensitive stands
/// masked in it, so that the history gives away no more than the page does.
/// </summary>
public sealed class OwnerChange : CommunityOwned
{
    public const int LongestValue = 200;

    private OwnerChange()
    {
    }

    /// <param name="before">Masked where it is personal; null where there was nothing.</param>
    public OwnerChange(Owner owner, OwnerChangeKind kind, string? before, string? after, Requester by)
        : base(owner)
    {
        (OwnerId, Owner, Kind, Before, After, By, At) = (owner.Id, owner, kind, Short(before), Short(after), by.Name, by.At);

        static string? Short(string? text) => string.IsNullOrEmpty(text) ? null : text.Length <= LongestValue ? text : text[..LongestValue];
    }

    public Guid OwnerId { get; private set; }

    public Owner Owner { get; private set; } = null!;

    public OwnerChangeKind Kind { get; private set; }

    public string? Before { get; private set; }

    public string? After { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

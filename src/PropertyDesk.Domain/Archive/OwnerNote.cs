using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.Archive;

/// <summary>
/// Something the desk keeps in mind about an owner (备注). What was written is never changed: it is struck with a reason, and
/// written anew.
/// </summary>
public sealed class OwnerNote : CommunityOwned
{
    public const int LongestText = 1000;

    private OwnerNote()
    {
    }

    /// <param name="requestId">Made with the form: sent twice, it is one note.</param>
    /// <exception cref="RuleViolation">It says nothing.</exception>
    public OwnerNote(Owner owner, string? text, bool isPinned, Guid requestId, Requester by)
        : base(owner)
    {
        (OwnerId, Owner, IsPinned) = (owner.Id, owner, isPinned);
        Text = Require.Text(text, "备注", LongestText, "Text");
        (RequestId, By, At) = (requestId, by.Name, by.At);
    }

    public Guid OwnerId { get; private set; }

    public Owner Owner { get; private set; } = null!;

    public string Text { get; private set; } = "";

    /// <summary>Stands on top.</summary>
    public bool IsPinned { get; private set; }

    public Guid RequestId { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public string? StruckBy { get; private set; }

    public DateTimeOffset? StruckAt { get; private set; }

    public string? StruckBecause { get; private set; }

    public void Pin(bool isPinned) => IsPinned = isPinned;

    /// <summary>It does not hold (any more); it stays readable, struck through.</summary>
    /// <exception cref="RuleViolation">It is struck already, or no reason is given.</exception>
    public void Strike(string? because, Requester by)
    {
        if (StruckAt is not null)
        {
            throw new RuleViolation("这条备注已经划去了。");
        }

        StruckBecause = Require.Text(because, "划去的原因", 200, "Because");
        (StruckBy, StruckAt, IsPinned) = (by.Name, by.At, false);
    }
}

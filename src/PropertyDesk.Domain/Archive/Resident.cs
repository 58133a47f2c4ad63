using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.Archive;

/// <summary>In whose household of which unit somebody is, and since when.</summary>
/// <param name="Owner">The owner or the renter whose household it is.</param>
/// <param name="RequestId">Made with the form: sent twice, it is one entry.</param>
public sealed record Residence(Unit Unit, Owner Owner, DateOnly From, Guid RequestId);

/// <summary>Who or what lives with an owner or renter; it moves out with them.</summary>
public abstract class Resident : CommunityOwned
{
    private protected Resident()
    {
    }

    /// <exception cref="RuleViolation">Unit and owner are of two communities.</exception>
    private protected Resident(Residence place, Requester by)
        : base(place.Unit)
    {
        if (place.Unit.CommunityId != place.Owner.CommunityId)
        {
            throw new RuleViolation("业主和房屋须在同一个小区。", field: "UnitId");
        }

        (UnitId, Unit, OwnerId, Owner) = (place.Unit.Id, place.Unit, place.Owner.Id, place.Owner);
        (From, RequestId, AddedBy, AddedAt) = (place.From, place.RequestId, by.Name, by.At);
    }

    public Guid UnitId { get; private set; }

    public Unit Unit { get; private set; } = null!;

    public Guid OwnerId { get; private set; }

    public Owner Owner { get; private set; } = null!;

    public DateOnly From { get; private set; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly? To { get; private set; }

    public Guid RequestId { get; private set; }

    public string AddedBy { get; private set; } = "";

    public DateTimeOffset AddedAt { get; private set; }

    public string? EndedBy { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Ended because owner or renter left the unit, not by itself: taken back with that.</summary>
    public bool HasMovedOut { get; private set; }

    public bool LivesHereOn(DateOnly day) => From <= day && (To is null || To >= day);

    /// <exception cref="RuleViolation">The day lies before the first.</exception>
    public void End(DateOnly to, Requester by)
    {
        To = Require.NotBefore(to, From);
        (EndedBy, EndedAt, HasMovedOut) = (by.Name, by.At, false);
    }

    /// <summary>Owner or renter leaves. Whoever was to come later never does: their only day is the first.</summary>
    public void MoveOut(DateOnly lastDay, Requester by)
    {
        End(lastDay < From ? From : lastDay, by);
        HasMovedOut = true;
    }

    /// <summary>The owner or renter did not leave after all.</summary>
    public void MoveBack() => (To, EndedBy, EndedAt, HasMovedOut) = (null, null, null, false);
}

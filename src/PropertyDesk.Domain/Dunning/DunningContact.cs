using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.Dunning;

/// <summary>
/// One turn to an owner about all bills that are at a rung: a message of a day, a task on the call list, a letter. However
/// many bills there are, the owner gets one.
/// </summary>
public sealed class DunningContact : CommunityOwned
{
    /// <summary>How long a collector has an owner for themselves.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(15);

    private DunningContact()
    {
    }

    public DunningContact(Owner owner, DunningKind kind, DateOnly day)
        : base(owner)
    {
        (OwnerId, Kind, Day, Version) = (owner.Id, kind, day, Guid.NewGuid());
        Slot = kind.IsMessage() ? $"{owner.Id:n}:{day:yyyyMMdd}" : $"{owner.Id:n}:{kind}";
        CallOn = kind == DunningKind.Call ? day : null;
    }

    public Guid OwnerId { get; private set; }

    public Owner Owner { get; private set; } = null!;

    public DunningKind Kind { get; private set; }

    /// <summary>The company's day on which the ladder made it.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Unique: of messages one a day, of calls and letters one while it is open; null when it is done.</summary>
    public string? Slot { get; private set; }

    /// <summary>The message that went out.</summary>
    public Guid? DeliveryId { get; private set; }

    public Delivery? Delivery { get; private set; }

    /// <summary>From which day on the owner is on the call list; null once that is done.</summary>
    public DateOnly? CallOn { get; private set; }

    /// <summary>Whoever calls right now.</summary>
    public Guid? ClaimedById { get; private set; }

    public string? ClaimedBy { get; private set; }

    public DateTimeOffset? ClaimedUntil { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Still to be done by somebody.</summary>
    public bool IsOpen => !Kind.IsMessage() && Slot is not null;

    public void Send(Delivery delivery) => DeliveryId = delivery.Id;

    /// <summary>Takes the owner for a quarter of an hour; whoever has them may prolong it.</summary>
    /// <exception cref="RuleViolation">Somebody else is calling, or it is done.</exception>
    public void Claim(Guid person, string name, DateTimeOffset now)
    {
        MustBeOpen();
        if (IsTaken(person, now))
        {
            throw new RuleViolation("{0} 正在联系这位业主，请换一位。", [ClaimedBy ?? ""]);
        }

        (ClaimedById, ClaimedBy, ClaimedUntil, Version) = (person, name, now + Lease, Guid.NewGuid());
    }

    /// <summary>Gives the owner back to the list.</summary>
    public void Release() => (ClaimedById, ClaimedBy, ClaimedUntil, Version) = (null, null, null, Guid.NewGuid());

    /// <summary>The owner is called again on a day.</summary>
    public void CallAgain(DateOnly on)
    {
        MustBeOpen();
        CallOn = on;
        Release();
    }

    /// <summary>The call was made, the letter printed, or there is nothing to ask for any more.</summary>
    public void Close()
    {
        MustBeOpen();
        (Slot, CallOn) = (null, null);
        Release();
    }

    /// <summary>Somebody else has the owner now.</summary>
    public bool IsTaken(Guid person, DateTimeOffset now) => ClaimedUntil > now && ClaimedById != person;

    private void MustBeOpen()
    {
        if (!IsOpen)
        {
            throw new RuleViolation("这次催缴已经处理过了，请刷新后再看。");
        }
    }
}

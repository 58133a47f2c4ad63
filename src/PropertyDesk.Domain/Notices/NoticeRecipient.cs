using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.Notices;

/// <summary>That an owner was told of a version of a notice, once; the audience as it was at that moment.</summary>
public sealed class NoticeRecipient : CommunityOwned
{
    private NoticeRecipient()
    {
    }

    /// <param name="units">The units for which the owner is meant, as text.</param>
    public NoticeRecipient(Notice notice, Guid ownerId, string units, Delivery delivery)
        : base(notice) => (NoticeId, Version, OwnerId, Units, DeliveryId) = (notice.Id, notice.Version, ownerId, units.Length > 200 ? units[..200] : units, delivery.Id);

    public Guid NoticeId { get; private set; }

    public Notice Notice { get; private set; } = null!;

    public int Version { get; private set; }

    public Guid OwnerId { get; private set; }

    public Owner Owner { get; private set; } = null!;

    public string Units { get; private set; } = "";

    public Guid DeliveryId { get; private set; }

    public Delivery Delivery { get; private set; } = null!;
}

/// <summary>That somebody of an owner's household opened a version of a notice on the portal; the first time counts.</summary>
public sealed class NoticeRead : CommunityOwned
{
    private NoticeRead()
    {
    }

    public NoticeRead(Notice notice, Guid ownerId, DateTimeOffset at)
        : base(notice) => (NoticeId, Version, OwnerId, At) = (notice.Id, notice.Version, ownerId, at);

    public Guid NoticeId { get; private set; }

    /// <summary>What was opened: a correction waits to be read anew.</summary>
    public int Version { get; private set; }

    public Guid OwnerId { get; private set; }

    public DateTimeOffset At { get; private set; }
}

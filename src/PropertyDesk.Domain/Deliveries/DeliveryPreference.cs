using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.Deliveries;

/// <summary>How an owner wants to be reached, and by which channels not: a consent withdrawn is kept whatever the company prefers.</summary>
public sealed class DeliveryPreference : CommunityOwned
{
    private DeliveryPreference()
    {
    }

    public DeliveryPreference(Owner owner)
        : base(owner) => OwnerId = owner.Id;

    public Guid OwnerId { get; private set; }

    /// <summary>Tried before the company's order; null leaves it to the company.</summary>
    public DeliveryChannel? Channel { get; private set; }

    /// <summary>Null for the company's.</summary>
    public DeliveryLanguage? Language { get; private set; }

    public bool RefusesEmail { get; private set; }

    public bool RefusesSms { get; private set; }

    public bool RefusesPhone { get; private set; }

    public string ChangedBy { get; private set; } = "";

    public DateTimeOffset ChangedAt { get; private set; }

    public bool Refuses(DeliveryChannel channel) => channel switch
    {
        DeliveryChannel.Email => RefusesEmail,
        DeliveryChannel.Sms => RefusesSms,
        DeliveryChannel.Phone => RefusesPhone,
        _ => false,
    };

    /// <exception cref="RuleViolation">The chosen channel is one that is refused.</exception>
    public void Change(DeliveryChannel? channel, DeliveryLanguage? language, IReadOnlyCollection<DeliveryChannel> refused, string by, DateTimeOffset now)
    {
        (RefusesEmail, RefusesSms, RefusesPhone) = (refused.Contains(DeliveryChannel.Email), refused.Contains(DeliveryChannel.Sms), refused.Contains(DeliveryChannel.Phone));
        if (channel is { } chosen && Refuses(chosen))
        {
            throw new RuleViolation("选定的渠道未获业主同意。", field: "Channel");
        }

        (Channel, Language, ChangedBy, ChangedAt) = (channel, language, by, now);
    }
}

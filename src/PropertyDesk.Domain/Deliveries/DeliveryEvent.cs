namespace PropertyDesk.Domain.Deliveries;

/// <summary>Something that happened to a message: a try and what came of it, a receipt, a person's decision. Never changed.</summary>
public sealed class DeliveryEvent : CommunityOwned
{
    private DeliveryEvent()
    {
    }

    internal DeliveryEvent(Delivery delivery, DeliveryEventKind kind, string? detail, string by, DateTimeOffset at)
        : base(delivery)
    {
        (DeliveryId, Kind, Attempt, By, At) = (delivery.Id, kind, delivery.Attempts, by, at);
        Detail = detail?.Length > 400 ? detail[..400] : detail;
    }

    public Guid DeliveryId { get; private set; }

    public DeliveryEventKind Kind { get; private set; }

    /// <summary>How many tries there had been, this one counted.</summary>
    public int Attempt { get; private set; }

    /// <summary>What the provider or the person said.</summary>
    public string? Detail { get; private set; }

    /// <summary>Who: a person, or the program's own name.</summary>
    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

public enum DeliveryEventKind
{
    /// <summary>The provider took it.</summary>
    Sent,

    /// <summary>The provider did not take it now; it will be tried again.</summary>
    PutOff,

    /// <summary>The provider refused it for good.</summary>
    Refused,

    /// <summary>The program or the line broke in the middle: whether it went out is not known.</summary>
    Lost,

    /// <summary>It arrived.</summary>
    Delivered,

    /// <summary>It is known not to have arrived.</summary>
    NotDelivered,

    /// <summary>The provider was asked what became of it.</summary>
    Asked,

    /// <summary>Nobody tries any more.</summary>
    GivenUp,

    /// <summary>A person ordered another try.</summary>
    Ordered,
}

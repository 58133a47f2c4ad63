using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Domain.Deliveries;

/// <summary>What a message about a login says, encrypted.</summary>
/// <param name="Text">Subject, body and parameters in one; only whoever hands the message over opens it.</param>
/// <param name="UsefulUntil">From then on it is not sent any more.</param>
public sealed record SealedText(DeliveryLanguage Language, string? TemplateCode, string Text, DateTimeOffset UsefulUntil);

/// <summary>Messages about a login: their text is never readable in the database, and gone once it is of no use.</summary>
public sealed partial class Delivery
{
    /// <summary>To an address, about the login behind it.</summary>
    public Delivery(Community community, string key, DeliveryKind kind, DeliveryRoute route, SealedText text, DateOnly day, DateTimeOffset now)
        : base(community)
    {
        RecipientName = route.Address ?? "";
        Queue(key, kind, route, new DeliveryText(text.Language, "", "", text.TemplateCode), day, now);
        (SealedText, UsefulUntil) = (text.Text, text.UsefulUntil);
    }

    /// <summary>The encrypted text of a message about a login; null once it was sent or is of no use.</summary>
    public string? SealedText { get; private set; }

    /// <summary>Null where it does not age.</summary>
    public DateTimeOffset? UsefulUntil { get; private set; }

    /// <summary>Its time is over: it is not sent any more.</summary>
    public bool IsStale(DateTimeOffset now) => UsefulUntil <= now;
}

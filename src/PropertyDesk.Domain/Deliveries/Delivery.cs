using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.Deliveries;

/// <summary>
/// A message to an owner. It is a row before it is anything else; its key is unique, so nothing is queued twice, and that it
/// is being sent is kept before the provider is called, so that no crash goes unseen.
/// </summary>
public sealed partial class Delivery : CommunityOwned
{
    private Delivery()
    {
    }

    /// <summary>About a bill, to its payer.</summary>
    public Delivery(Bill bill, DeliveryKind kind, DeliveryRoute route, DeliveryText text, DateOnly day, DateTimeOffset now)
        : base(bill)
    {
        (BillId, OwnerId, RecipientName, UnitCode) = (bill.Id, bill.OwnerId, bill.OwnerName, bill.UnitCode);
        Queue($"{kind}:{bill.Id}", kind, route, text, day, now);
    }

    /// <summary>To a payer about several bills, of which this is the newest: its paper shows the others as arrears.</summary>
    /// <param name="key">De-duplication key: the same key is the same message.</param>
    /// <param name="units">The units that it is about.</param>
    public Delivery(Bill newest, string key, string units, DeliveryKind kind, DeliveryRoute route, DeliveryText text, DateOnly day, DateTimeOffset now)
        : base(newest)
    {
        (BillId, OwnerId, RecipientName, UnitCode) = (newest.Id, newest.OwnerId, newest.OwnerName, units.Length > 200 ? units[..200] : units);
        Queue(key, kind, route, text, day, now);
    }

    /// <summary>To an owner, about nothing that is a bill.</summary>
    /// <param name="key">De-duplication key: the same key is the same message.</param>
    /// <param name="link">Where on the portal what it tells of can be read.</param>
    public Delivery(Owner owner, string key, DeliveryKind kind, DeliveryRoute route, DeliveryText text, DateOnly day, DateTimeOffset now, string? link = null)
        : base(owner)
    {
        (OwnerId, RecipientName, Link) = (owner.Id, owner.Name, link);
        Queue(key, kind, route, text, day, now);
    }

    /// <summary>To an address that is no owner's.</summary>
    public Delivery(Community community, string key, DeliveryKind kind, DeliveryRoute route, DeliveryText text, DateOnly day, DateTimeOffset now)
        : base(community)
    {
        RecipientName = route.Address ?? "";
        Queue(key, kind, route, text, day, now);
    }

    public Guid? BillId { get; private set; }

    public Bill? Bill { get; private set; }

    public Guid? OwnerId { get; private set; }

    public Owner? Owner { get; private set; }

    public string RecipientName { get; private set; } = "";

    /// <summary>The unit that it is about; empty where it is about none.</summary>
    public string UnitCode { get; private set; } = "";

    public DeliveryKind Kind { get; private set; }

    /// <summary>Null where no channel reaches the owner.</summary>
    public DeliveryChannel? Channel { get; private set; }

    /// <summary>E-mail address or phone number as it was when queued.</summary>
    public string? Address { get; private set; }

    public DeliveryLanguage Language { get; private set; }

    public string Subject { get; private set; } = "";

    public string Body { get; private set; } = "";

    /// <summary>Where on the portal what it tells of can be read; null where it is about a bill or a login.</summary>
    public string? Link { get; private set; }

    public string? TemplateCode { get; private set; }

    /// <summary>The values of the provider's template as JSON.</summary>
    public string? Parameters { get; private set; }

    /// <summary>The bill as PDF goes with it.</summary>
    public bool AttachesBill { get; private set; }

    /// <summary>Goes out in quiet hours too.</summary>
    public bool IsUrgent { get; private set; }

    public DeliveryState State { get; private set; }

    /// <summary>Why it is in its state, in words.</summary>
    public string? Reason { get; private set; }

    /// <summary>The company's day for which it was queued.</summary>
    public DateOnly Day { get; private set; }

    public DateTimeOffset QueuedAt { get; private set; }

    /// <summary>When the program looks at it again; null when it does not.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    /// <summary>Until when one dispatcher has it for itself.</summary>
    public DateTimeOffset? LeaseUntil { get; private set; }

    /// <summary>Calls to the provider so far.</summary>
    public int Attempts { get; private set; }

    /// <summary>When the provider was called last.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public DateTimeOffset? DeliveredAt { get; private set; }

    /// <summary>The provider's own number of it.</summary>
    public string? ProviderId { get; private set; }

    /// <summary>Messages that the provider counts it as.</summary>
    public int Parts { get; private set; }

    public Money Cost { get; private set; }

    /// <summary>Its place among the messages to this recipient on this day: unique, which is what limits them.</summary>
    public string? Slot { get; private set; }

    /// <summary>De-duplication key, unique in the company.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Changes with every change, and with every lease: whoever holds the last value may act.</summary>
    public Guid Version { get; private set; }

    /// <summary>The values of the provider's template, in its order.</summary>
    public IReadOnlyList<DeliveryParameter> ParameterList => Parameters is null ? [] : JsonSerializer.Deserialize<List<DeliveryParameter>>(Parameters) ?? [];

    /// <summary>A person can order another try: nothing went out, and nobody else is at it.</summary>
    public bool CanRetry => !Kind.IsAboutLogin() && Channel?.IsSent() == true && State is DeliveryState.Failed or DeliveryState.GivenUp;

    /// <summary>There is still something to give up.</summary>
    public bool CanGiveUp => State is DeliveryState.Queued or DeliveryState.Unreachable;

    /// <summary>People bring it or call, and record what came of it.</summary>
    public bool CanRecord => Channel?.IsByPeople() == true && State is DeliveryState.Queued or DeliveryState.Failed;

    /// <summary>The Message-Id of its e-mail: the same however often it is sent, so that mailboxes show it once.</summary>
    /// <param name="domain">Of the sender's address.</param>
    public string MessageId(string domain) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{CompanyId}:{Key}")).AsSpan(0, 16)) + "@" + domain;

    private void Queue(string key, DeliveryKind kind, DeliveryRoute route, DeliveryText text, DateOnly day, DateTimeOffset now)
    {
        (Key, Kind, Channel, Address, Reason, IsUrgent) = (Require.Text(key, "Key", 200), kind, route.Channel, route.Address, Short(route.Reason), kind.IsUrgent());
        (Language, Subject, Body, TemplateCode, AttachesBill) = (text.Language, text.Subject, text.Body, text.TemplateCode, text.AttachesBill);
        Parameters = text.Parameters is { Count: > 0 } values ? JsonSerializer.Serialize(values) : null;
        (Day, QueuedAt, Version) = (day, now, Guid.NewGuid());
        State = route.Channel switch { null => DeliveryState.Unreachable, DeliveryChannel.Portal => DeliveryState.Sent, _ => DeliveryState.Queued };
        SentAt = route.Channel == DeliveryChannel.Portal ? now : null;
        NextAt = route.Channel?.IsSent() == true ? now : null;
    }

    private static string? Short(string? text) => text?.Length > 400 ? text[..400] : text;
}

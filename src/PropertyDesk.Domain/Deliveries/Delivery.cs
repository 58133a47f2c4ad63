using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.Deliveries;

/// <summary>A message to an owner. It is a row before it is anything else; its key is unique, so nothing is sent twice.</summary>
public sealed class Delivery : CommunityOwned
{
    private Delivery()
    {
    }

    public Delivery(Bill bill, DeliveryKind kind, DateOnly day, DateTimeOffset now)
        : base(bill)
    {
        (BillId, OwnerId, Kind, Day, QueuedAt) = (bill.Id, bill.OwnerId, kind, day, now);
        Key = $"{kind}:{bill.Id}";
    }

    /// <summary>To an address, about the login behind it.</summary>
    /// <param name="sealedText">Encrypted: the text of such a message is never readable in the database.</param>
    /// <param name="usefulUntil">When it is not sent any more, and its text is erased.</param>
    public Delivery(Community community, DeliveryKind kind, string key, string address, string sealedText, DateOnly day, DateTimeOffset now, DateTimeOffset usefulUntil)
        : base(community)
    {
        (Kind, Key, Address, SealedText, Day, QueuedAt, UsefulUntil) = (kind, key, address, sealedText, day, now, usefulUntil);
    }

    /// <summary>What it is about; null where it is about a login.</summary>
    public Guid? BillId { get; private set; }

    public Bill? Bill { get; private set; }

    public Guid? OwnerId { get; private set; }

    public Owner? Owner { get; private set; }

    /// <summary>Where to, for a message about a login.</summary>
    public string? Address { get; private set; }

    /// <summary>The text of a message about a login, encrypted; null once it was sent or is of no use.</summary>
    public string? SealedText { get; private set; }

    public DateTimeOffset? UsefulUntil { get; private set; }

    public DeliveryKind Kind { get; private set; }

    public DeliveryState State { get; private set; }

    /// <summary>The company's day for which it was queued.</summary>
    public DateOnly Day { get; private set; }

    public DateTimeOffset QueuedAt { get; private set; }

    /// <summary>De-duplication key: one message of a kind for a bill.</summary>
    public string Key { get; private set; } = "";
}

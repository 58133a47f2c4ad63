using PropertyDesk.Domain.Billing;
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

    public Guid BillId { get; private set; }

    public Bill Bill { get; private set; } = null!;

    public Guid OwnerId { get; private set; }

    public Owner Owner { get; private set; } = null!;

    public DeliveryKind Kind { get; private set; }

    public DeliveryState State { get; private set; }

    /// <summary>The company's day for which it was queued.</summary>
    public DateOnly Day { get; private set; }

    public DateTimeOffset QueuedAt { get; private set; }

    /// <summary>De-duplication key: one message of a kind for a bill.</summary>
    public string Key { get; private set; } = "";
}

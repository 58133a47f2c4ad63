using PropertyDesk.Domain.Charges;

namespace PropertyDesk.Domain.Owners;

/// <summary>A charge that the renter pays.</summary>
public sealed class LeaseItem : CommunityOwned
{
    private LeaseItem()
    {
    }

    internal LeaseItem(Lease lease, ChargeItem item)
        : base(lease) => (LeaseId, ChargeItemId, ChargeItem) = (lease.Id, item.Id, item);

    public Guid LeaseId { get; private set; }

    public Guid ChargeItemId { get; private set; }

    public ChargeItem ChargeItem { get; private set; } = null!;
}

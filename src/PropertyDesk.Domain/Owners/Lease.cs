using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Domain.Owners;

/// <summary>
/// That somebody rents a unit (租户) between two days and pays the chosen charges in the owner's place. When it ends the
/// charges go back to the owner.
/// </summary>
public sealed class Lease : CommunityOwned
{
    private readonly List<LeaseItem> _items = [];

    private Lease()
    {
    }

    /// <param name="items">What the renter pays; at least one.</param>
    /// <param name="to">Last day, inclusive; null where no end is agreed.</param>
    public Lease(Unit unit, Owner lessee, DateOnly from, DateOnly? to, IReadOnlyCollection<ChargeItem> items)
        : base(unit)
    {
        (UnitId, Unit, LesseeId, Lessee, From) = (unit.Id, unit, lessee.Id, lessee, from);
        To = Require.NotBefore(to, from);
        if (items.Count == 0)
        {
            throw new RuleViolation("请选择由租户缴纳的收费项目。", field: "Items");
        }

        _items.AddRange(items.Select(item => new LeaseItem(this, item)));
    }

    public Guid UnitId { get; private set; }

    public Unit Unit { get; private set; } = null!;

    /// <summary>The renter's record in the archive; bills are made out to it.</summary>
    public Guid LesseeId { get; private set; }

    public Owner Lessee { get; private set; } = null!;

    public DateOnly From { get; private set; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly? To { get; private set; }

    public IReadOnlyList<LeaseItem> Items => _items;

    public void End(DateOnly to) => To = Require.NotBefore(to, From);

    public bool Covers(DateOnly day) => From <= day && (To is null || To >= day);

    /// <summary>Whether the two leases have a day in common.</summary>
    public bool Meets(DateOnly from, DateOnly? to) => (to is null || From <= to) && (To is null || To >= from);
}

using PropertyDesk.Application.Archive;
using PropertyDesk.Domain;

namespace PropertyDesk.Web.Hosting;

/// <summary>A group of owners as it stands in an address: ?tag=…&amp;building=…&amp;on=…, ?category=…&amp;month=…, ?topic=…&amp;month=….</summary>
public sealed class GroupInput
{
    public Guid? Building { get; set; }

    public Guid? Tag { get; set; }

    public DateOnly? On { get; set; }

    public Guid? Category { get; set; }

    public Guid? Topic { get; set; }

    /// <summary>Such as 2026-08.</summary>
    public string? Month { get; set; }

    /// <summary>The group; null where the address names none.</summary>
    internal OwnerGroup? Group
    {
        get
        {
            var group = new OwnerGroup(Building, Tag, On, Category, Topic, BillingMonth.TryParse(Month, out var month) ? month : null);
            return group.IsEverybody ? null : group;
        }
    }
}

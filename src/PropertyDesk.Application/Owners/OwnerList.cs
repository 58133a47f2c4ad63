using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Archive;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Search;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Owners;

public enum OwnerSort
{
    Name,

    /// <summary>The largest debt first.</summary>
    Debt,

    /// <summary>The oldest unpaid due date first.</summary>
    Age,
}

/// <summary>What the list is narrowed to.</summary>
/// <param name="Text">Part of a name, of a unit's short form, or the end of a phone number.</param>
/// <param name="Group">Only people with this in common.</param>
public sealed record OwnerFilter(string? Text = null, Guid? CommunityId = null, bool OnlyDebtors = false, OwnerSort Sort = OwnerSort.Name, OwnerGroup? Group = null);

/// <param name="OldestDue">Due date of the oldest open bill.</param>
/// <param name="HasLogin">The owner can log in to the portal.</param>
public sealed record OwnerRow(Guid Id, string Name, OwnerKind Kind, string Phone, string Community, string Units, Money Outstanding, DateOnly? OldestDue, bool HasLogin, TagChips Tags);

/// <summary>The owners of the company in a list that filters, sorts and pages.</summary>
public sealed class OwnerList(DeskDbContext db, TagQueries tags, OwnerGroups groups, TimeProvider clock)
{
    public async Task<Paged<OwnerRow>> FindAsync(OwnerFilter filter, int page = 1)
    {
        var rows = Filtered(filter).Select(o => new OwnerFacts
        {
            Id = o.Id,
            Name = o.Name,
            Kind = o.Kind,
            Phone = o.Phone,
            Community = db.Communities.Where(c => c.Id == o.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "",
            Owed = db.Bills.Published().Where(b => b.OwnerId == o.Id).Sum(b => b.Outstanding.Fen),
            OldestDue = db.Bills.Open().Where(b => b.OwnerId == o.Id).Min(b => b.DueOn),
            HasLogin = db.Memberships.Any(m => m.OwnerId == o.Id && m.Role == Role.Owner && m.DisabledAt == null),
        });
        if (filter.OnlyDebtors)
        {
            rows = rows.Where(o => o.Owed > 0);
        }

        var found = await Sorted(rows, filter.Sort).AsNoTracking().ToPageAsync(page);
        var ids = found.Rows.Select(o => o.Id).ToList();
        var (units, tagged) = (await UnitsAsync(ids), await tags.OfAsync(ids));
        if (filter.Group?.TagId is { } tag)
        {
            await tags.NoteListedAsync(tag);
        }

        return new Paged<OwnerRow>([.. found.Rows.Select(o => Row(o, units[o.Id], tagged[o.Id]))], found.Total, found.Number, found.Size);
    }

    /// <summary>The names of some records of a community, in the order asked for; what is not there is left out.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> NamesAsync(Guid communityId, IReadOnlyList<Guid> ids)
    {
        var names = await db.Owners.Where(o => o.CommunityId == communityId && ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name);
        return [.. ids.Where(names.ContainsKey).Select(id => (id, names[id]))];
    }

    private IQueryable<Owner> Filtered(OwnerFilter filter)
    {
        var owners = db.Owners.InUse().Where(o => filter.CommunityId == null || o.CommunityId == filter.CommunityId);
        owners = filter.Group is { } group ? groups.Narrow(owners, group) : owners;
        var text = UnitText.Plain(filter.Text);
        if (text.Length == 0)
        {
            return owners;
        }

        var code = UnitText.Code(text);
        return owners.Where(o => o.Name.Contains(text)
            || (text.Length >= 4 && o.Phone != null && o.Phone.EndsWith(text))
            || db.Ownerships.Any(x => x.OwnerId == o.Id && (x.Unit.Code.StartsWith(code) || x.Unit.Number == code)));
    }

    private static IQueryable<OwnerFacts> Sorted(IQueryable<OwnerFacts> rows, OwnerSort sort) => sort switch
    {
        OwnerSort.Debt => rows.OrderByDescending(o => o.Owed).ThenBy(o => o.Name).ThenBy(o => o.Id),
        OwnerSort.Age => rows.OrderBy(o => o.OldestDue == null).ThenBy(o => o.OldestDue).ThenBy(o => o.Name).ThenBy(o => o.Id),
        _ => rows.OrderBy(o => o.Name).ThenBy(o => o.Id),
    };

    private async Task<ILookup<Guid, (string Code, DateOnly? To)>> UnitsAsync(List<Guid> owners)
    {
        var units = await db.Ownerships.Where(x => owners.Contains(x.OwnerId)).OrderBy(x => x.Unit.Code)
            .Select(x => new { x.OwnerId, x.Unit.Code, x.To }).ToListAsync();
        return units.ToLookup(x => x.OwnerId, x => (x.Code, x.To));
    }

    private OwnerRow Row(OwnerFacts o, IEnumerable<(string Code, DateOnly? To)> units, TagChips chips) => new(
        o.Id, o.Name, o.Kind, Masking.Phone(o.Phone), o.Community,
        UnitList.Of(units, db.Current.Today(clock)), new Money(o.Owed), o.OldestDue, o.HasLogin, chips);

    private sealed class OwnerFacts
    {
        public Guid Id { get; init; }

        public string Name { get; init; } = "";

        public OwnerKind Kind { get; init; }

        public string? Phone { get; init; }

        public string Community { get; init; } = "";

        public long Owed { get; init; }

        public DateOnly? OldestDue { get; init; }

        public bool HasLogin { get; init; }
    }
}

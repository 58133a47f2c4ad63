using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Search;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Communities;

/// <summary>What the list of units is narrowed to.</summary>
/// <param name="Text">Start of a short form, a room number, or part of an owner's name.</param>
public sealed record UnitFilter(Guid? CommunityId = null, Guid? BuildingId = null, string? Text = null, UnitStatus? Status = null);

/// <summary>A unit in the list.</summary>
public sealed record UnitRow(Guid Id, string Code, string Community, decimal Area, UnitKind Kind, UnitStatus Status, string Owners, Money Outstanding);

/// <summary>A building in a choice.</summary>
public sealed record BuildingName(Guid Id, string Name, string Community, Guid CommunityId);

/// <summary>The units of the company in a list that filters and pages, in walking order.</summary>
public sealed class UnitQueries(DeskDbContext db, TimeProvider clock)
{
    public async Task<IReadOnlyList<BuildingName>> BuildingsAsync() => await db.Buildings
        .Join(db.Communities, b => b.CommunityId, c => c.Id, (b, c) => new { b, c })
        .OrderBy(x => x.c.Name).ThenBy(x => x.b.SortOrder).ThenBy(x => x.b.Name)
        .Select(x => new BuildingName(x.b.Id, x.b.Name, x.c.Name, x.c.Id)).ToListAsync();

    public async Task<Paged<UnitRow>> ListAsync(UnitFilter filter, int page = 1)
    {
        var today = db.Current.Today(clock);
        var found = await Filtered(filter)
            .OrderBy(u => u.Building.SortOrder).ThenBy(u => u.Building.Name).ThenBy(u => u.Entrance).ThenBy(u => u.Number.Length).ThenBy(u => u.Number).ThenBy(u => u.Id)
            .Select(u => new
            {
                u.Id,
                u.Code,
                u.BillingArea,
                u.Kind,
                u.Status,
                Community = db.Communities.Where(c => c.Id == u.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "",
                Owners = db.Ownerships.Where(o => o.UnitId == u.Id && o.From <= today && (o.To == null || o.To >= today))
                    .OrderBy(o => o.Position).Select(o => o.Owner.Name).ToList(),
                Owed = db.Bills.Published().Where(b => b.UnitId == u.Id).Sum(b => b.Outstanding.Fen),
            }).AsNoTracking().ToPageAsync(page);
        return new Paged<UnitRow>(
            [.. found.Rows.Select(u => new UnitRow(u.Id, u.Code, u.Community, u.BillingArea, u.Kind, u.Status, string.Join("、", u.Owners), new Money(u.Owed)))],
            found.Total, found.Number, found.Size);
    }

    private IQueryable<Unit> Filtered(UnitFilter filter)
    {
        var units = db.Units.Where(u => (filter.CommunityId == null || u.CommunityId == filter.CommunityId)
            && (filter.BuildingId == null || u.BuildingId == filter.BuildingId)
            && (filter.Status == null || u.Status == filter.Status));
        var text = UnitText.Plain(filter.Text);
        if (text.Length == 0)
        {
            return units;
        }

        var code = UnitText.Code(text);
        return units.Where(u => u.Code.StartsWith(code) || u.Number == code
            || db.Ownerships.Any(o => o.UnitId == u.Id && o.Owner.Name.Contains(text)));
    }
}

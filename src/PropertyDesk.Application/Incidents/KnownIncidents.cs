using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Incidents;

namespace PropertyDesk.Application.Incidents;

/// <summary>A mass failure that lasts, as who answers the telephone needs it.</summary>
/// <param name="Building">Its name; null: all of the community.</param>
public sealed record KnownIncident(
    Guid Id, Guid CommunityId, string Community, Guid CategoryId, string Category, Guid? BuildingId, string? Building, string Entrance, string Riser, string Title, string Says, DateTimeOffset? ExpectedBy, DateTimeOffset OpenedAt, int Tickets)
{
    /// <summary>House, entrance and riser; empty for all of the community.</summary>
    public string Place => IncidentQueries.PlaceOf(Building, Entrance, Riser);
}

/// <summary>What is known to have failed now, and whom it concerns.</summary>
public sealed class KnownIncidents(DeskDbContext db)
{
    /// <summary>All that last, the newest first.</summary>
    public Task<List<KnownIncident>> OpenAsync() => db.Incidents.Where(i => i.EndedAt == null).OrderByDescending(i => i.OpenedAt).Select(i => new KnownIncident(
        i.Id, i.CommunityId, db.Communities.Where(c => c.Id == i.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "", i.CategoryId, i.Category.Name, i.BuildingId, i.Building!.Name,
        i.Entrance, i.Riser, i.Title, i.Says, i.ExpectedBy, i.OpenedAt, db.Tickets.Count(t => t.IncidentId == i.Id))).ToListAsync();

    /// <summary>Those that concern any of the flats.</summary>
    public async Task<IReadOnlyList<KnownIncident>> OfUnitsAsync(IReadOnlyCollection<Guid> unitIds)
    {
        var open = unitIds.Count == 0 ? [] : await db.Incidents.AsNoTracking().Where(i => i.EndedAt == null).ToListAsync();
        if (open.Count == 0)
        {
            return [];
        }

        var units = await db.Units.AsNoTracking().Where(u => unitIds.Contains(u.Id)).ToListAsync();
        var theirs = open.Where(i => units.Exists(i.Covers)).Select(i => i.Id).ToHashSet();
        return theirs.Count == 0 ? [] : [.. (await OpenAsync()).Where(i => theirs.Contains(i.Id))];
    }

    /// <summary>The one that a new ticket is about: of the same category, and at the flat; null where none is known.</summary>
    internal async Task<Incident?> OfTicketAsync(Domain.Tickets.TicketCategory category, Domain.Communities.Unit? unit) => unit is null ? null
        : (await db.Incidents.Where(i => i.EndedAt == null && i.CategoryId == category.Id && i.CommunityId == unit.CommunityId && (i.BuildingId == null || i.BuildingId == unit.BuildingId))
            .OrderByDescending(i => i.OpenedAt).ToListAsync()).Find(i => i.Covers(unit));
}

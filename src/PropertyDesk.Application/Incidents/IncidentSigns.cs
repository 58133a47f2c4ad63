using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain.Incidents;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Application.Incidents;

/// <summary>Tickets that look like one failure.</summary>
/// <param name="Open">A failure of the same kind that is known at the place already: they may belong to it.</param>
public sealed record IncidentSign(
    Guid CommunityId, string Community, Guid CategoryId, string Category, Guid BuildingId, string Building, string Entrance, string Riser, DateTimeOffset Since, IReadOnlyList<TicketRow> Tickets, Guid? Open)
{
    public string Place => IncidentQueries.PlaceOf(Building, Entrance, Riser);
}

/// <summary>
/// Proposes mass failures: so many open tickets of one category from different flats of one house within some hours that
/// somebody should look whether they are one.
/// </summary>
public sealed class IncidentSigns(DeskDbContext db, TicketSight sight, KnownIncidents known, TimeProvider clock)
{
    /// <summary>Flats of one house that complain of the same.</summary>
    public const int FewestFlats = 3;

    /// <summary>How long ago the first of them may have been.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromHours(12);

    /// <summary>How many there are; none for who does not work at the desk.</summary>
    public async Task<int> CountAsync() => sight.IsDesk ? await Groups().CountAsync() : 0;

    /// <returns>The largest first; nothing for who does not work at the desk.</returns>
    public async Task<IReadOnlyList<IncidentSign>> FindAsync()
    {
        var groups = sight.IsDesk ? await Groups().ToListAsync() : [];
        if (groups.Count == 0)
        {
            return [];
        }

        // All of them by one question each for places, tickets and failures: on a bad night there are many.
        var (categories, buildings) = (groups.ConvertAll(g => g.CategoryId), groups.ConvertAll(g => g.BuildingId));
        var fresh = Fresh().Where(t => categories.Contains(t.CategoryId) && buildings.Contains(t.Unit!.BuildingId));
        var at = await fresh.Select(t => new { t.Id, t.CategoryId, Unit = t.Unit!, Building = t.Unit!.Building.Name }).AsNoTracking().ToDictionaryAsync(t => t.Id);
        var rows = (await TicketQueries.Rows(db, fresh.OrderBy(t => t.Number)).ToListAsync()).Where(r => at.ContainsKey(r.Id)).ToLookup(r => (at[r.Id].CategoryId, at[r.Id].Unit.BuildingId));
        var open = await known.OpenAsync();
        var signs = new List<IncidentSign>();
        foreach (var group in groups)
        {
            var tickets = rows[(group.CategoryId, group.BuildingId)].ToList();
            if (tickets.Count == 0)
            {
                continue;
            }

            var flats = tickets.Select(t => at[t.Id].Unit).DistinctBy(u => u.Id).ToList();
            var (community, place) = (flats[0].CommunityId, IncidentPlace.Around(flats));
            signs.Add(new IncidentSign(
                community, tickets[0].Community, group.CategoryId, tickets[0].Category, group.BuildingId, at[tickets[0].Id].Building, place.Entrance, place.Riser, tickets.Min(t => t.OpenedAt), tickets,
                open.Find(i => i.CategoryId == group.CategoryId && i.CommunityId == community && (i.BuildingId is null || i.BuildingId == group.BuildingId))?.Id));
        }

        return [.. signs.OrderByDescending(s => s.Tickets.Count)];
    }

    private IQueryable<Group> Groups() => Fresh().GroupBy(t => new { t.CategoryId, t.Unit!.BuildingId })
        .Where(g => g.Select(t => t.UnitId).Distinct().Count() >= FewestFlats).Select(g => new Group { CategoryId = g.Key.CategoryId, BuildingId = g.Key.BuildingId });

    private IQueryable<Ticket> Fresh()
    {
        var since = clock.GetUtcNow() - Within;
        return db.Tickets.Where(t => t.IsOpen && t.IncidentId == null && t.UnitId != null && t.OpenedAt >= since);
    }

    // With initialisers, not a constructor: only those can be counted in SQL.
    private sealed class Group
    {
        public Guid CategoryId { get; init; }

        public Guid BuildingId { get; init; }
    }
}

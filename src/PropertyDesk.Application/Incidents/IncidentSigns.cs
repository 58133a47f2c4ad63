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

    // Nobody looks through more; what is older is in the next look.
    private const int MostTickets = 2000;

    /// <returns>The largest first; nothing for who does not work at the desk.</returns>
    public async Task<IReadOnlyList<IncidentSign>> FindAsync()
    {
        if (!sight.IsDesk)
        {
            return [];
        }

        var since = clock.GetUtcNow() - Within;
        var fresh = await TicketQueries.Open(db.Tickets).Where(t => t.IncidentId == null && t.UnitId != null && t.OpenedAt >= since)
            .OrderByDescending(t => t.OpenedAt).Take(MostTickets).Select(t => new { Ticket = t, Unit = t.Unit!, t.Unit!.Building }).AsNoTracking().ToListAsync();
        var groups = fresh.GroupBy(t => (t.Ticket.CategoryId, t.Unit.BuildingId)).Where(g => g.Select(t => t.Unit.Id).Distinct().Count() >= FewestFlats).ToList();
        if (groups.Count == 0)
        {
            return [];
        }

        var open = await known.OpenAsync();
        var ids = groups.SelectMany(g => g.Select(t => t.Ticket.Id)).ToList();
        var rows = (await TicketQueries.Rows(db, db.Tickets.Where(t => ids.Contains(t.Id))).ToListAsync()).ToDictionary(r => r.Id);
        return
        [
            .. groups.Select(g =>
            {
                var (first, place) = (g.First(), IncidentPlace.Around([.. g.Select(t => t.Unit)]));
                var of = g.Select(t => rows[t.Ticket.Id]).OrderBy(r => r.Number).ToList();
                return new IncidentSign(
                    first.Ticket.CommunityId, of[0].Community, g.Key.CategoryId, of[0].Category, g.Key.BuildingId, first.Building.Name, place.Entrance, place.Riser, g.Min(t => t.Ticket.OpenedAt), of,
                    open.Find(i => i.CategoryId == g.Key.CategoryId && i.CommunityId == first.Ticket.CommunityId && (i.BuildingId is null || i.BuildingId == g.Key.BuildingId))?.Id);
            }).OrderByDescending(s => s.Tickets.Count),
        ];
    }
}

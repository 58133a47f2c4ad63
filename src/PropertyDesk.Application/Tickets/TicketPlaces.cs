using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Tickets;

/// <summary>Somebody's unit, for which a ticket can be opened.</summary>
public sealed record TicketPlace(Guid OwnerId, string Owner, Guid CommunityId, string Community, Guid UnitId, string Unit);

/// <summary>For whom and where a ticket can be opened.</summary>
public sealed class TicketPlaces(DeskDbContext db, TimeProvider clock)
{
    /// <summary>The units that an owner has or rents today.</summary>
    public Task<List<TicketPlace>> OfOwnerAsync(Guid ownerId) => OfAsync([ownerId]);

    /// <summary>Where an owner is kept.</summary>
    /// <exception cref="NotFoundException">There is no such owner here.</exception>
    public async Task<Guid> CommunityAsync(Guid ownerId) =>
        await db.Owners.Where(o => o.Id == ownerId).Select(o => (Guid?)o.CommunityId).FirstOrDefaultAsync() ?? throw new NotFoundException(nameof(Domain.Owners.Owner), ownerId);

    /// <summary>Those of the owner records for which the login may act.</summary>
    public Task<List<TicketPlace>> OfMineAsync() => OfAsync(db.Current.ActsForOwnerIds);

    private async Task<List<TicketPlace>> OfAsync(Guid[] owners)
    {
        var today = db.Current.Today(clock);
        var owned = await db.Ownerships.Where(o => owners.Contains(o.OwnerId) && o.From <= today && (o.To == null || o.To >= today)).Select(o => new { o.OwnerId, o.UnitId }).ToListAsync();
        var rented = await db.Leases.Where(l => owners.Contains(l.LesseeId) && l.From <= today && (l.To == null || l.To >= today)).Select(l => new { OwnerId = l.LesseeId, l.UnitId }).ToListAsync();
        var pairs = owned.Concat(rented).Distinct().ToList();
        var units = await db.Units.Where(u => pairs.Select(p => p.UnitId).Contains(u.Id)).Select(u => new { u.Id, u.Code, u.CommunityId }).ToDictionaryAsync(u => u.Id);
        var names = await db.Owners.Where(o => owners.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name);
        var communities = await db.Communities.Select(c => new { c.Id, c.Name }).ToDictionaryAsync(c => c.Id, c => c.Name);
        return [.. pairs.Where(p => units.ContainsKey(p.UnitId)).Select(p => new TicketPlace(p.OwnerId, names[p.OwnerId], units[p.UnitId].CommunityId, communities[units[p.UnitId].CommunityId], p.UnitId, units[p.UnitId].Code))
            .OrderBy(p => p.Community, StringComparer.Ordinal).ThenBy(p => p.Unit, StringComparer.Ordinal)];
    }
}

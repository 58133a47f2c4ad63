using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Patrols;

namespace PropertyDesk.Application.Patrols;

/// <summary>Reads the routes of patrols.</summary>
public sealed class RouteQueries(DeskDbContext db)
{
    /// <summary>Those that are walked first, by community and name.</summary>
    public async Task<IReadOnlyList<RouteRow>> ListAsync()
    {
        var names = await db.Communities.ToDictionaryAsync(c => c.Id, c => c.Name);
        var routes = await db.PatrolRoutes.AsNoTracking().Include(r => r.Stops).ToListAsync();
        return [.. routes.Select(r => new RouteRow(r.Id, r.Name, r.Kind, names.GetValueOrDefault(r.CommunityId, ""), Words.Of(r), r.Whom, r.Current.Count, r.MustScan, r.IsResting, r.NextOn))
            .OrderBy(r => r.IsResting).ThenBy(r => r.Community, StringComparer.Ordinal).ThenBy(r => r.Name, StringComparer.Ordinal)];
    }

    /// <exception cref="NotFoundException">There is no such route here.</exception>
    public async Task<PatrolRoute> FindAsync(Guid id) => NotFoundException.Check(
        await db.PatrolRoutes.AsNoTracking().Include(r => r.Stops).ThenInclude(s => s.Building).FirstOrDefaultAsync(r => r.Id == id), id);

    /// <summary>The stops of one route, or of all that are walked, for their labels.</summary>
    public async Task<IReadOnlyList<LabelRow>> LabelsAsync(Guid? route) => await db.RouteStops.Where(s => !s.IsEnded)
        .Join(db.PatrolRoutes, s => s.RouteId, r => r.Id, (s, r) => new { s, r }).Where(x => route == null ? !x.r.IsResting : x.r.Id == route)
        .OrderBy(x => x.r.Name).ThenBy(x => x.r.Id).ThenBy(x => x.s.Position)
        .Select(x => new LabelRow(x.s.Id, x.s.Position, x.s.Building == null ? x.s.Place : x.s.Building.Name + " " + x.s.Place, x.r.Name, db.Communities.Where(c => c.Id == x.r.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "")).ToListAsync();
}

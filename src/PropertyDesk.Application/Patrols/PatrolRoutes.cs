using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Patrols;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Application.Patrols;

/// <summary>A stop as the form asks for it.</summary>
/// <param name="Id">Of a stop that was there before.</param>
public sealed record NewStop(Guid? Id, Guid? BuildingId, string? Place, string? Points);

/// <summary>A route as the form asks for it.</summary>
/// <param name="Whom">A department's id, or a login's of staff.</param>
public sealed record NewRoute(PatrolKind Kind, string? Name, PatrolTimes Times, bool MustScan, Guid? Whom, IReadOnlyList<NewStop> Stops);

/// <summary>Keeps the routes of patrols.</summary>
public sealed class PatrolRoutes(DeskDbContext db, TicketSettings settings, MakePatrols make, TimeProvider clock)
{
    /// <summary>The first patrol is there at once, where its window is still open today.</summary>
    /// <returns>The route; for a form that was sent before, the one of then.</returns>
    /// <exception cref="RuleViolation">Something is missing or makes no sense.</exception>
    /// <exception cref="NotFoundException">Community or building is not here.</exception>
    public async Task<Guid> AddAsync(Guid requestId, Guid communityId, NewRoute asked)
    {
        var community = NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == communityId), communityId);
        var id = await db.SaveOnceAsync(new PatrolRoute(community, await PlanAsync(communityId, asked), First(asked.Times), requestId), r => r.RequestId == requestId);
        await make.MakeAsync(id, clock.GetUtcNow());
        return id;
    }

    /// <summary>Holds for the days that have no patrol yet; who walks it changes for those that are open, too.</summary>
    /// <exception cref="RuleViolation">Something is missing, or somebody else was quicker.</exception>
    public async Task ChangeAsync(Guid id, NewRoute asked)
    {
        var (route, now) = (await FindAsync(id), clock.GetUtcNow());
        var plan = await PlanAsync(route.CommunityId, asked);
        route.Change(plan);
        foreach (var patrol in await db.Patrols.Where(p => p.RouteId == id && p.FinishedAt == null && p.ClosesAt > now).OrderBy(p => p.Id).ToListAsync())
        {
            patrol.HandTo(plan.Whom);
        }

        await db.SaveOrRefuseAsync();
    }

    /// <summary>Nobody walks it for the time being, or again; days of rest are not missed.</summary>
    public async Task RestAsync(Guid id, bool rests)
    {
        var now = clock.GetUtcNow();
        _ = await FindAsync(id);
        // What was due until now is written down first: a rest hides nothing that was missed.
        await make.MakeAsync(id, now);
        var route = await FindAsync(id);
        route.Rest(rests, First(new PatrolTimes(route.Rhythm, route.Weekdays, route.Every, route.FirstOn, route.From, route.To)));
        await db.SaveOrRefuseAsync();
        await make.MakeAsync(id, now);
    }

    // A window that is over today begins tomorrow: nobody is late for what was not asked of them.
    private DateOnly First(PatrolTimes times)
    {
        var today = db.Current.Today(clock);
        return MakePatrols.WindowOf(db.Current, today, times.From, times.To).By > clock.GetUtcNow() ? today : today.AddDays(1);
    }

    private async Task<RoutePlan> PlanAsync(Guid communityId, NewRoute asked)
    {
        if (asked.Times.FirstOn.Year is < 2000 or > 2100)
        {
            throw new RuleViolation("日期须在 {0} 年到 {1} 年之间。", [2000, 2100], "FirstOn");
        }

        var whom = asked.Whom is { } to ? await settings.WhomAsync(to, communityId) : new TicketWhom(null, null, "");
        var ids = asked.Stops.Select(s => s.BuildingId).OfType<Guid>().Distinct().ToList();
        var buildings = await db.Buildings.Where(b => ids.Contains(b.Id)).ToDictionaryAsync(b => b.Id);
        Building? Of(Guid? id) => id is { } known ? NotFoundException.Check(buildings.GetValueOrDefault(known), known) : null;
        return new RoutePlan(asked.Kind, asked.Name, asked.Times, asked.MustScan, whom, [.. asked.Stops.Select(s => new StopPlan(s.Id, Of(s.BuildingId), s.Place, s.Points))]);
    }

    private async Task<PatrolRoute> FindAsync(Guid id) => NotFoundException.Check(await db.PatrolRoutes.Include(r => r.Stops).ThenInclude(s => s.Building).FirstOrDefaultAsync(r => r.Id == id), id);
}

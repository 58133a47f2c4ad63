using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Patrols;

namespace PropertyDesk.Application.Patrols;

/// <summary>Makes each day's patrols by the company's calendar.</summary>
public sealed class MakePatrols(DeskDbContext db)
{
    /// <summary>
    /// Makes what is due. Twice, or at once on two nodes, it makes each once; days of a standstill whose time is over are
    /// written down as missed.
    /// </summary>
    /// <returns>How many were made.</returns>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancel = default)
    {
        var (made, today) = (0, db.Current.DayOf(now));
        foreach (var route in await db.PatrolRoutes.Where(r => !r.IsResting && r.NextOn <= today).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(cancel))
        {
            made += await MakeAsync(route, now, cancel);
        }

        return made;
    }

    /// <summary>When a patrol of a day is walked: late until the end of the day on which its window ends.</summary>
    /// <param name="to">Not after <paramref name="from"/>: on the next day.</param>
    internal static PatrolWindow WindowOf(CurrentCompany company, DateOnly day, TimeOnly from, TimeOnly to)
    {
        var by = company.InstantOf((to > from ? day : day.AddDays(1)).ToDateTime(to));
        return new PatrolWindow(company.InstantOf(day.ToDateTime(from)), by, company.StartOf(company.DayOf(by).AddDays(1)));
    }

    /// <summary>Makes what is due of one route.</summary>
    internal async Task<int> MakeAsync(Guid routeId, DateTimeOffset now, CancellationToken cancel = default)
    {
        db.ChangeTracker.Clear();
        var route = await db.PatrolRoutes.Include(r => r.Stops).ThenInclude(s => s.Building).SingleAsync(r => r.Id == routeId, cancel);
        var today = db.Current.DayOf(now);
        if (route.IsResting || route.NextOn > today)
        {
            return 0;
        }

        var patrols = route.Due(today).Select(day => new Patrol(route, day, WindowOf(db.Current, day, route.From, route.To), now)).ToList();
        db.AddRange(patrols);
        try
        {
            await db.SaveChangesAsync(cancel);
            return patrols.Count;
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error))
        {
            // Another node makes them, or the route was changed at this moment: the next run sees what is missing.
            db.ChangeTracker.Clear();
            return 0;
        }
    }
}

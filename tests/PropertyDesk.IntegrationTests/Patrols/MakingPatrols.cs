using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Home;
using PropertyDesk.Application.Patrols;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Patrols;

namespace PropertyDesk.IntegrationTests.Patrols;

/// <summary>Each day of a route has its patrol once, by the company's calendar; what was missed is written down as missed.</summary>
[Collection(nameof(PatrolRig))]
public sealed class MakingPatrols
{
    [Fact]
    public async Task A_year_of_three_routes_has_each_of_its_days_once_although_the_job_runs_often()
    {
        var rig = await PatrolRig.OpenAsync();
        var (daily, mondays, everyOther) = (await rig.RouteAsync(), await rig.RouteAsync(PatrolRhythm.Weekdays), await rig.RouteAsync(PatrolRhythm.Interval));
        for (var day = 0; day < 365; day++)
        {
            rig.At(7, day);
            await rig.MakeAsync();
            rig.At(23, day);
            Assert.Equal(0, await rig.MakeAsync());
        }

        var days = (await rig.Desk.See(db => db.Patrols.Select(p => new { p.RouteId, p.Day }).ToListAsync())).ToLookup(p => p.RouteId, p => p.Day);
        var year = Enumerable.Range(0, 365).Select(rig.Today.AddDays).ToList();
        Assert.Equal(year, days[daily].Order());
        Assert.Equal(year.Where(d => d.DayOfWeek == DayOfWeek.Monday), days[mondays].Order());
        Assert.Equal(year.Where((_, i) => i % 2 == 0), days[everyOther].Order());
    }

    [Fact]
    public async Task Four_nodes_at_once_make_each_patrol_once()
    {
        var rig = await PatrolRig.OpenAsync();
        for (var i = 0; i < 3; i++)
        {
            await rig.RouteAsync(name: $"线路 {i}");
        }

        rig.At(0, 3);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(rig.MakeAsync)));

        Assert.Equal(3 * 4, await rig.Desk.See(db => db.Patrols.CountAsync()));
        Assert.Equal(3 * 4, await rig.Desk.See(db => db.Patrols.Select(p => new { p.RouteId, p.Day }).Distinct().CountAsync()));
        Assert.Equal(0, await rig.MakeAsync());
    }

    [Fact]
    public async Task After_a_standstill_the_days_gone_by_are_missed_and_only_today_is_open()
    {
        var rig = await PatrolRig.OpenAsync();
        await rig.RouteAsync();
        rig.At(9, 10);
        Assert.Equal(10, await rig.MakeAsync());

        var patrols = (await rig.Desk.In((PatrolQueries q) => q.ListAsync(new PatrolFilter(rig.Today, rig.Today.AddDays(10))))).Rows;
        var now = rig.Desk.Clock.GetUtcNow();
        Assert.Equal([PatrolState.Due, .. Enumerable.Repeat(PatrolState.Missed, 10)], patrols.Select(p => p.StateAt(now)));
        // The one of the first day was made in time and nobody came; the others nobody could have walked.
        Assert.Equal([false, .. Enumerable.Repeat(true, 9), false], patrols.Select(p => p.IsCaughtUp));
        Assert.Equal((1, 0), await rig.Desk.In((PatrolQueries q) => q.DueAsync(mine: false)));
        Assert.Equal(2 * 2, await rig.Desk.See(db => db.PatrolStops.CountAsync()));
    }

    [Fact]
    public async Task The_day_changes_at_the_companys_midnight()
    {
        var rig = await PatrolRig.OpenAsync();
        await rig.RouteAsync(from: 0, to: 2);
        // Half past eleven at night in Shanghai is half past three in the afternoon in UTC.
        rig.At(23, 1);
        await rig.MakeAsync();
        Assert.Equal(rig.Today.AddDays(1), await rig.Desk.See(db => db.Patrols.MaxAsync(p => p.Day)));
        rig.At(24, 1);
        await rig.MakeAsync();

        var last = await rig.Desk.See(db => db.Patrols.AsNoTracking().OrderByDescending(p => p.Day).FirstAsync());
        Assert.Equal((rig.Today.AddDays(2), rig.Desk.Clock.GetUtcNow()), (last.Day, last.DueFrom));

        // The same instant is still the day before in New York.
        await rig.Desk.In(rig.Desk.Foreign, async (DeskDbContext db) =>
        {
            db.Entry(await db.Companies.SingleAsync(c => c.Id == rig.Desk.Foreign.Id)).Property(c => c.TimeZone).CurrentValue = "America/New_York";
            return await db.SaveChangesAsync();
        });
        var elsewhere = await rig.Desk.See(db => db.Companies.AsNoTracking().SingleAsync(c => c.Id == rig.Desk.Foreign.Id));
        await rig.Desk.In(elsewhere, async (PatrolRoutes r) => await r.AddAsync(Guid.NewGuid(), rig.Till.Foreign.Community.Id, rig.Route(from: 12, to: 14) with
        {
            Whom = await rig.Desk.In(elsewhere, async (DeskDbContext db) => (await DepartmentAsync(db)).Id),
        }));
        Assert.Equal([rig.Today.AddDays(1)], await rig.Desk.In(elsewhere, (DeskDbContext db) => db.Patrols.Select(p => p.Day).ToListAsync()));
    }

    [Fact]
    public async Task A_window_over_midnight_belongs_to_the_day_on_which_it_begins_and_a_new_route_is_late_for_nothing()
    {
        var rig = await PatrolRig.OpenAsync();
        rig.At(12);
        await rig.RouteAsync(from: 22, to: 2);
        await rig.RouteAsync(from: 7, to: 9, name: "早班");
        var night = await rig.Desk.See(db => db.Patrols.AsNoTracking().SingleAsync());
        Assert.Equal(rig.Today, night.Day);
        rig.At(25);
        Assert.Equal(PatrolState.Due, night.StateAt(rig.Desk.Clock.GetUtcNow()));
        Assert.Equal((1, 0), await rig.Desk.As(rig.Guard, Role.Guard, (PatrolQueries q) => q.DueAsync(mine: true)));
        rig.At(26);
        Assert.Equal(PatrolState.Late, night.StateAt(rig.Desk.Clock.GetUtcNow().AddMinutes(1)));
        Assert.Equal(PatrolState.Missed, night.StateAt(night.ClosesAt));
    }

    [Fact]
    public async Task A_rest_hides_nothing_that_was_missed_and_its_own_days_are_not_missed()
    {
        var rig = await PatrolRig.OpenAsync();
        var route = await rig.RouteAsync();
        rig.At(12, 2);
        await rig.Desk.In((PatrolRoutes r) => r.RestAsync(route, rests: true));
        rig.At(12, 8);
        await rig.MakeAsync();
        await rig.Desk.In((PatrolRoutes r) => r.RestAsync(route, rests: false));
        rig.At(12, 9);
        await rig.MakeAsync();

        Assert.Equal(new[] { 0, 1, 2, 9 }.Select(rig.Today.AddDays), await rig.Desk.See(db => db.Patrols.OrderBy(p => p.Day).Select(p => p.Day).ToListAsync()));
        await Assert.ThrowsAsync<NotFoundException>(() => rig.Desk.In(rig.Desk.Foreign, async (PatrolRoutes r) =>
        {
            await r.RestAsync(route, rests: true);
            return true;
        }));
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_route_and_who_walks_it_changes_for_what_is_open()
    {
        var rig = await PatrolRig.OpenAsync();
        var form = Guid.NewGuid();
        var (route, again) = (await rig.RouteAsync(request: form), await rig.RouteAsync(request: form));
        Assert.Equal(route, again);
        Assert.Equal(1, await rig.Desk.See(db => db.Patrols.CountAsync()));

        var old = await rig.Desk.In((RouteQueries q) => q.FindAsync(route));
        await rig.Desk.In((PatrolRoutes r) => r.ChangeAsync(route, rig.Route() with { Whom = rig.Stranger, Stops = [new NewStop(old.Current[1].Id, null, "泵房", "门已锁"), new NewStop(null, null, "天台", "门已锁")] }));

        Assert.Equal([new(WaitingKind.MyPatrols, 1, 0)], await rig.Desk.As(rig.Stranger, Role.Guard, (WaitingWork w) => w.CountAsync([WaitingKind.MyPatrols])));
        Assert.Empty(await rig.Desk.As(rig.Guard, Role.Guard, (WaitingWork w) => w.CountAsync([WaitingKind.MyPatrols])));
        // Today's patrol keeps its stops, tomorrow's has the new ones.
        rig.At(9, 1);
        await rig.MakeAsync();
        Assert.Equal(["北门", "泵房", "泵房", "天台"], (await rig.Desk.See(db => db.PatrolStops.Join(db.Patrols, s => s.PatrolId, p => p.Id, (s, p) => new { p.Day, s.Number, s.Place }).OrderBy(x => x.Day).ThenBy(x => x.Number).ToListAsync())).Select(x => x.Place));
    }

    private static async Task<Domain.Tickets.Department> DepartmentAsync(DeskDbContext db)
    {
        var made = new Domain.Tickets.Department(await db.Companies.SingleAsync(c => c.Id == db.Current.Require()), "保安部");
        db.Add(made);
        await db.SaveChangesAsync();
        return made;
    }
}

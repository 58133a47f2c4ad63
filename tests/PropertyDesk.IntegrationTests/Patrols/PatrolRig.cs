using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Companies;
using PropertyDesk.Application.Patrols;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Patrols;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Patrols;

/// <summary>A community with a guard in the security department, on a host whose clock these tests move one after the other.</summary>
internal sealed class PatrolRig
{
    private static readonly Lazy<Task<DeskHost>> Host = new(DeskHost.StartAloneAsync);

    private PatrolRig(Till till) => Till = till;

    public Till Till { get; }

    public Desk Desk => Till.Desk;

    public Guid Guard { get; private set; }

    public Guid Stranger { get; private set; }

    public Guid Security { get; private set; }

    /// <summary>The company's day on which the rig was opened.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>Opens at six in the morning in Shanghai, on a day that nobody was in yet.</summary>
    public static async Task<PatrolRig> OpenAsync()
    {
        var host = await Host.Value;
        host.Clock.SetUtcNow(new DateTimeOffset(host.Clock.GetUtcNow().Date.AddDays(2).AddHours(-2), TimeSpan.Zero));
        var rig = new PatrolRig(await Till.OpenAsync(await Desk.OpenAsync(host)));
        await rig.Desk.In(async (TicketSettings s) => await s.FillAsync());
        (rig.Guard, rig.Stranger) = (await rig.StaffAsync("郑保安", Role.Guard), await rig.StaffAsync("路过的", Role.Guard));
        rig.Security = await rig.Desk.See(db => db.Departments.Where(d => d.Name == "保安部").Select(d => d.Id).SingleAsync());
        await rig.Desk.In((TicketSettings s) => s.SaveDepartmentAsync(rig.Security, "保安部", [rig.Guard]));
        rig.Today = await rig.Desk.See(db => Task.FromResult(db.Current.Today(host.Clock)));
        return rig;
    }

    public Task<Guid> RouteAsync(PatrolRhythm rhythm = PatrolRhythm.Daily, int from = 8, int to = 10, bool mustScan = false, Guid? request = null, string name = "安全巡查") => Desk.In((PatrolRoutes r) => r.AddAsync(
        request ?? Guid.NewGuid(), Till.Own.Community.Id, Route(rhythm, from, to, mustScan, name)));

    public NewRoute Route(PatrolRhythm rhythm = PatrolRhythm.Daily, int from = 8, int to = 10, bool mustScan = false, string name = "安全巡查") => new(
        PatrolKind.Safety, name, new PatrolTimes(rhythm, [DayOfWeek.Monday], 2, Today, new TimeOnly(from, 0), new TimeOnly(to, 0)), mustScan, Security,
        [new NewStop(null, null, "北门", "道闸起落\n对讲"), new NewStop(null, null, "泵房", "门已锁")]);

    /// <summary>Moves the clock on.</summary>
    public void At(int hour, int days = 0) => Desk.Clock.SetUtcNow(new DateTimeOffset(Today.AddDays(days).ToDateTime(TimeOnly.MinValue).AddHours(hour - 8), TimeSpan.Zero));

    public Task<int> MakeAsync() => Desk.In((MakePatrols m) => m.RunAsync(Desk.Clock.GetUtcNow()));

    public Task<List<Guid>> StopsAsync() => Desk.See(db => db.PatrolStops.Where(s => db.Patrols.Any(p => p.Id == s.PatrolId && p.FinishedAt == null)).OrderBy(s => s.Number).Select(s => s.Id).ToListAsync());

    public Task AsGuard(Func<WalkPatrols, Task> act, Guid? person = null) => Desk.As(person ?? Guard, Role.Guard, act);

    private Task<Guid> StaffAsync(string name, Role role) => Desk.See(async db =>
    {
        var user = new DeskUser { UserName = Guid.NewGuid().ToString("n"), DisplayName = name };
        db.AddRange(user, Membership.OfStaff(await db.Companies.SingleAsync(c => c.Id == Desk.Company.Id), user.Id, role));
        await db.SaveChangesAsync();
        return user.Id;
    });
}

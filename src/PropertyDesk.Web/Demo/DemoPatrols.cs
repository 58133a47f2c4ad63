using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Incidents;
using PropertyDesk.Application.Patrols;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Patrols;

namespace PropertyDesk.Web.Demo;

/// <summary>Two routes and a week of patrols: most in time, one late, two missed, some findings with a ticket and one without.</summary>
internal sealed class DemoPatrols(IServiceProvider services)
{
    private const int Days = 7;
    private const int LateDay = 3;

    private static readonly Dictionary<(PatrolKind Kind, int DaysAgo), (int Stop, string Point, string What, bool Ticket)> Findings = new()
    {
        [(PatrolKind.Hygiene, 6)] = (2, "垃圾桶满溢", "厨余桶满了，桶盖合不上，地上有污水", true),
        [(PatrolKind.Hygiene, 2)] = (3, "座椅、器材擦净", "滑梯上有鸟粪，擦不掉，要冲洗", false),
        [(PatrolKind.Safety, 5)] = (1, "道闸起落", "北门道闸落杆慢，跟车能溜进来", true),
        [(PatrolKind.Safety, 1)] = (3, "灭火器压力", "2 号柜灭火器压力不足，已挂牌", true),
    };

    private readonly DemoClock _clock = new();

    public async Task WalkAsync(int companyId, Guid communityId, DateOnly today)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        db.Current.EnterAsJob(await db.Companies.SingleAsync(c => c.Id == companyId), "演示数据");
        var settings = scope.ServiceProvider.GetRequiredService<TicketSettings>();
        var departments = await db.Departments.ToDictionaryAsync(d => d.Name, d => d.Id);
        foreach (var (department, role) in new[] { ("保洁部", Role.RepairWorker), ("保安部", Role.Guard), ("客服部", Role.ServiceDesk) })
        {
            await settings.SaveDepartmentAsync(departments[department], department, [await db.Memberships.Where(m => m.Role == role).Select(m => m.UserId).FirstAsync()]);
        }

        var buildings = await db.Buildings.Where(b => b.CommunityId == communityId).OrderBy(b => b.SortOrder).Select(b => b.Id).Take(2).ToListAsync();
        var make = new MakePatrols(db);
        _clock.Set(today.AddDays(-Days), 6, db.Current.TimeZone);
        var routes = new PatrolRoutes(db, settings, make, _clock);
        PatrolTimes Daily(int from, int to) => new(PatrolRhythm.Daily, [], 1, today.AddDays(-Days), new TimeOnly(from, 0), new TimeOnly(to, 0));
        await routes.AddAsync(Guid.NewGuid(), communityId, new NewRoute(PatrolKind.Hygiene, "早间保洁巡查", Daily(7, 10), MustScan: false, departments["保洁部"],
        [
            new(null, buildings[0], "1 单元大厅", "地面无污渍\n电梯轿厢擦净\n小广告清除"), new(null, null, "东侧垃圾房", "垃圾桶满溢\n地面冲洗\n分类标识完好"),
            new(null, null, "儿童乐园", "座椅、器材擦净\n草坪无垃圾"), new(null, buildings[1], "地下车库入口", "排水沟通畅\n无积水"),
        ]));
        await routes.AddAsync(Guid.NewGuid(), communityId, new NewRoute(PatrolKind.Safety, "夜间安全巡查", Daily(21, 1), MustScan: false, departments["保安部"],
            [new(null, null, "北门岗亭", "道闸起落\n对讲通话"), new(null, buildings[0], "消防通道", "无车辆占用\n标线清楚"), new(null, null, "地下一层泵房", "门已锁\n灭火器压力\n无渗漏")]));
        await WeekAsync(scope.ServiceProvider, db, make, today);
        await make.RunAsync(scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow());
    }

    private async Task WeekAsync(IServiceProvider scope, DeskDbContext db, MakePatrols make, DateOnly today)
    {
        for (var ago = Days; ago > 0; ago--)
        {
            var day = today.AddDays(-ago);
            _clock.Set(day, 6, db.Current.TimeZone);
            await make.RunAsync(_clock.GetUtcNow());
            foreach (var (kind, role, missed) in new[] { (PatrolKind.Hygiene, Role.RepairWorker, 5), (PatrolKind.Safety, Role.Guard, 4) })
            {
                if (ago != missed)
                {
                    _clock.Set(day, kind == PatrolKind.Safety ? 22 : ago == LateDay ? 11 : 8, db.Current.TimeZone);
                    await WalkOneAsync(scope, db.Current.Require(), role, kind, day, Findings.TryGetValue((kind, ago), out var found) ? found : null);
                }
            }
        }
    }

    private async Task WalkOneAsync(IServiceProvider own, int companyId, Role role, PatrolKind kind, DateOnly day, (int Stop, string Point, string What, bool Ticket)? found)
    {
        await using var scope = own.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var company = await db.Companies.SingleAsync(c => c.Id == companyId);
        db.Current.EnterAsJob(company, "演示数据");
        var person = await db.Memberships.AsNoTracking().Where(m => m.Role == role).FirstAsync();
        db.Current.Enter(company, person.UserId, await db.Users.Where(u => u.Id == person.UserId).Select(u => u.DisplayName).SingleAsync(), [person], []);
        var files = new Attachments(db, _clock);
        var open = new OpenTickets(db, scope.ServiceProvider.GetRequiredService<TicketSettings>(), scope.ServiceProvider.GetRequiredService<KnownIncidents>(), files, _clock);
        var walk = new WalkPatrols(db, scope.ServiceProvider.GetRequiredService<PatrolSight>(), open, files, _clock);
        foreach (var stop in await db.PatrolStops.AsNoTracking().Where(s => db.Patrols.Any(p => p.Id == s.PatrolId && p.Day == day && p.Kind == kind)).OrderBy(s => s.Number).ToListAsync())
        {
            if (found is { } finding && finding.Stop == stop.Number)
            {
                await walk.FindAsync(new NewFinding(Guid.NewGuid(), stop.Id, null, finding.Point, finding.What, null, finding.Ticket));
            }
            else
            {
                await walk.PassAsync(stop.Id, null);
            }
        }
    }
}

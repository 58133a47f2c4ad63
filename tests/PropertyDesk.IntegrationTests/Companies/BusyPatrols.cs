using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Patrols;
using PropertyDesk.Application.WorkOrders;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Patrols;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>A route that nobody walks yet, one whose patrol found something with a photo, and a work order with a paper.</summary>
internal static class BusyPatrols
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static async Task RecordAsync(Desk desk, Company company)
    {
        await using var scope = desk.Enter(company);
        var services = scope.ServiceProvider;
        var (db, routes, walk) = (services.GetRequiredService<DeskDbContext>(), services.GetRequiredService<PatrolRoutes>(), services.GetRequiredService<WalkPatrols>());
        var (community, now) = (await db.Communities.OrderBy(c => c.Name).Select(c => c.Id).FirstAsync(), desk.Clock.GetUtcNow());
        var (today, departments) = (db.Current.Today(desk.Clock), await db.Departments.OrderBy(d => d.Name).Select(d => d.Id).Take(2).ToListAsync());
        NewRoute Route(string name, DateOnly from) => new(
            PatrolKind.Safety, name, new PatrolTimes(PatrolRhythm.Daily, [], 1, from, new TimeOnly(0, 0), new TimeOnly(23, 59)), MustScan: false, departments[0], [new NewStop(null, null, "北门", "道闸")]);
        // The label of the first stop leads to no patrol: what it opens is a page.
        await routes.AddAsync(Guid.NewGuid(), community, Route("春天再走", today.AddDays(300)));
        await routes.AddAsync(Guid.NewGuid(), community, Route("全天巡查", today));
        var stop = await db.PatrolStops.Where(s => db.Patrols.Any(p => p.Id == s.PatrolId && p.DueFrom <= now)).Select(s => s.Id).FirstAsync();
        await walk.FindAsync(new NewFinding(Guid.NewGuid(), stop, null, "道闸", "落杆慢", new NewFile("a.png", Png), OpensTicket: true));
        await services.GetRequiredService<SendOrders>().RunAsync(new NewOrder(
            Guid.NewGuid(), community, departments[0], departments[1], "接两路插座", today, await db.PatrolFindings.Select(f => f.TicketId).FirstAsync(), null, "中心花园", [new NewFile("a.png", Png)]));
    }
}

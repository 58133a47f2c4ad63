using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Incidents;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain.Incidents;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Web.Demo;

/// <summary>A mass failure that lasts, and tickets of this morning that look like another one.</summary>
internal sealed class DemoIncidents(IServiceProvider services)
{
    public async Task ReportAsync(int companyId, Guid communityId)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        db.Current.EnterAsJob(await db.Companies.SingleAsync(c => c.Id == companyId), "演示数据");
        var clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        var (open, run) = (scope.ServiceProvider.GetRequiredService<OpenTickets>(), scope.ServiceProvider.GetRequiredService<RunIncidents>());
        var today = db.Current.Today(clock);
        var homes = await db.Ownerships.Where(o => o.Owner.CommunityId == communityId && o.From <= today && (o.To == null || o.To >= today))
            .OrderBy(o => o.Unit.Code).Select(o => new { o.OwnerId, o.UnitId, o.Unit.BuildingId, o.Unit.Entrance, o.Unit.Number }).ToListAsync();
        var categories = await db.TicketCategories.ToDictionaryAsync(c => c.Name, c => c.Id);
        var risers = homes.GroupBy(h => (h.BuildingId, h.Entrance, Riser: IncidentPlace.RiserOf(h.Number))).Where(g => g.Key.Riser.Length > 0 && g.Count() >= 4).ToList();
        var (water, light) = (risers[0], risers.First(r => r.Key.BuildingId != risers[0].Key.BuildingId));

        async Task<List<Guid>> TellAsync(IEnumerable<(Guid OwnerId, Guid UnitId)> of, string category, string what)
        {
            var tickets = new List<Guid>();
            foreach (var (owner, unit) in of)
            {
                tickets.Add(await open.RunAsync(new NewTicket(Guid.NewGuid(), communityId, categories[category], owner, unit, null, null, null, Urgency.Normal, TicketSource.Telephone, what, [])));
            }

            return tickets;
        }

        var dry = await TellAsync(water.Take(4).Select(h => (h.OwnerId, h.UnitId)), "水电维修", "家里突然没水");
        await run.OpenAsync(new NewIncident(
            Guid.NewGuid(), communityId, categories["水电维修"], water.Key.BuildingId, water.Key.Entrance, water.Key.Riser,
            new IncidentSaying("立管阀门故障停水", "这根立管的总阀坏了，维修部正在更换，楼下大厅有临时取水点。", TimeZoneInfo.ConvertTime(clock.GetUtcNow(), db.Current.TimeZone).AddHours(5).DateTime), dry));
        await TellAsync(light.Take(3).Select(h => (h.OwnerId, h.UnitId)), "公共设施", "楼道灯全不亮");
    }
}

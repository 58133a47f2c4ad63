using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Incidents;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>A mass failure that lasts, and one that is over, each with its notice.</summary>
internal static class BusyIncidents
{
    public static async Task RecordAsync(Desk desk, Company company)
    {
        await using var scope = desk.Enter(company);
        var services = scope.ServiceProvider;
        var (db, run, notices) = (services.GetRequiredService<DeskDbContext>(), services.GetRequiredService<RunIncidents>(), services.GetRequiredService<IncidentNotices>());
        var category = await db.TicketCategories.Where(c => c.Kind == TicketKind.Repair).OrderBy(c => c.Name).Select(c => c.Id).FirstAsync();
        var house = await db.Buildings.OrderBy(b => b.Name).FirstAsync();
        Task<Guid> OpenAsync(string title) => run.OpenAsync(new NewIncident(Guid.NewGuid(), house.CommunityId, category, house.Id, "", "", new IncidentSaying(title, "正在抢修", null), []));
        await notices.DraftAsync(await OpenAsync("停水"));
        var over = await OpenAsync("停电");
        await services.GetRequiredService<EndIncidents>().RunAsync(over, "已恢复", ask: true);
        await notices.DraftAsync(over);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Visitors;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Visitors;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>Somebody at the gate, an entry of the watch list, and days of keeping.</summary>
internal static class BusyVisitors
{
    public static async Task RecordAsync(Desk desk, Company company)
    {
        await using var scope = desk.Enter(company);
        var (services, db) = (scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<DeskDbContext>());
        var community = await db.Communities.Select(c => c.Id).FirstAsync();
        await services.GetRequiredService<WatchList>().AddAsync(community, Guid.NewGuid(), new WatchFacts("钱广告", null, null, "张贴小广告", null));
        await services.GetRequiredService<Gate>().RegisterAsync(new WalkIn(Guid.NewGuid(), community, null, "物业办公室", new VisitFacts("李师傅", null, null, 1, "维修")));
        await services.GetRequiredService<VisitorKeeping>().SetAsync(community, 60);
    }
}

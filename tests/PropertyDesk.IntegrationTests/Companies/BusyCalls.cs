using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Calls;
using PropertyDesk.Domain.Calls;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>An article that was read out on the telephone, and a promised call that reached nobody.</summary>
internal static class BusyCalls
{
    public static async Task RecordAsync(Desk desk, Company company, Guid payerId)
    {
        await using var scope = desk.Enter(company);
        var (services, db) = (scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<DeskDbContext>());
        await services.GetRequiredService<CallTopics>().FillAsync();
        var topic = await db.CallTopics.OrderBy(t => t.Position).Select(t => t.Id).FirstAsync();
        await services.GetRequiredService<WriteKnowledge>().AddAsync(Guid.NewGuid(), topic, new ArticleText("物业费怎么算", "管理费", "按建筑面积计。"));
        var version = await db.ArticleVersions.Select(v => v.Id).FirstAsync();
        var soon = TimeZoneInfo.ConvertTime(desk.Clock.GetUtcNow(), db.Current.TimeZone).DateTime.AddHours(2);
        var call = await services.GetRequiredService<TakeCall>().RunAsync(new NewCall(Guid.NewGuid(), null, payerId, null, "13800001234", "女儿", topic, "物业费怎么算", null, version, "物业费", soon));
        await services.GetRequiredService<ReturnCalls>().RunAsync(call, new ReturnFacts(1, ReturnOutcome.NoAnswer, "没人接", soon.AddDays(1)));
    }
}

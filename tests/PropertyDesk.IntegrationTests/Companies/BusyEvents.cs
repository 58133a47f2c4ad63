using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Events;
using PropertyDesk.Application.Files;
using PropertyDesk.Domain.Audiences;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Events;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>An event that is out, with a household that came and a picture; and one that is a draft.</summary>
internal static class BusyEvents
{
    public static async Task RecordAsync(Desk desk, Company company)
    {
        await using var scope = desk.Enter(company);
        var (services, db) = (scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<DeskDbContext>());
        var (community, now) = (await db.Communities.Select(c => c.Id).FirstAsync(), desk.Clock.GetUtcNow());
        var plan = new EventPlan("邻里节", "一起来", "正文", "中心花园", now.AddDays(30), now.AddDays(30).AddHours(2), null, 20, 4, Audience.Everybody);
        var write = services.GetRequiredService<WriteEvents>();
        var id = await write.DraftAsync(community, Guid.NewGuid(), plan);
        await services.GetRequiredService<RunEvents>().PublishAsync(id);
        await write.DraftAsync(community, Guid.NewGuid(), plan);
        db.ChangeTracker.Clear();
        var unit = await db.Ownerships.Where(o => o.To == null && db.NoticeRecipients.Any(r => r.OwnerId == o.OwnerId)).OrderBy(o => o.Unit.Code).Select(o => o.Unit.Code).FirstAsync();
        var signUp = await services.GetRequiredService<SignUps>().SignUpUnitAsync(id, Guid.NewGuid(), unit, 2);
        db.ChangeTracker.Clear();
        await services.GetRequiredService<CheckIns>().RecordAsync(id, [new NotedCheckIn(Guid.NewGuid(), signUp, 2, null, now)]);
        await services.GetRequiredService<EventPhotos>().AddAsync(id, [new NewFile("图.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1])]);
    }
}

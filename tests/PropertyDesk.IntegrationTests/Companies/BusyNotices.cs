using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Notices;
using PropertyDesk.Domain.Audiences;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Notices;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>A notice with a picture that is out and was read.</summary>
internal static class BusyNotices
{
    public static async Task RecordAsync(Desk desk, Company company)
    {
        await using var scope = desk.Enter(company);
        var (services, db) = (scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<DeskDbContext>());
        var plan = new NoticePlan(NoticeKind.General, new NoticeText("通知", "摘要", "正文", null, null, null), Audience.Everybody, IsUrgent: false, IsPublic: true, null);
        var id = await services.GetRequiredService<WriteNotices>().DraftAsync(
            await db.Communities.Select(c => c.Id).FirstAsync(), plan, [new NewFile("图.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])]);
        await services.GetRequiredService<PublishNotices>().PublishAsync(id);
        var owner = await db.NoticeRecipients.Select(r => r.OwnerId).FirstAsync();
        db.Add(new NoticeRead(await db.Notices.SingleAsync(), owner, desk.Clock.GetUtcNow()));
        await db.SaveChangesAsync();
    }
}

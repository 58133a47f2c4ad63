using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Visitors;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Visitors;

namespace PropertyDesk.Web.Demo;

/// <summary>A gate on a working day: invited, inside, left, refused, and two whom the gate looks at twice.</summary>
internal sealed class DemoVisitors(IServiceProvider services)
{
    public async Task ComeAsync(int companyId, Guid communityId)
    {
        await InviteAsync(companyId);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        db.Current.EnterAsJob(await db.Companies.SingleAsync(c => c.Id == companyId), "郑保安");
        var (gate, watch) = (scope.ServiceProvider.GetRequiredService<Gate>(), scope.ServiceProvider.GetRequiredService<WatchList>());
        var homes = await db.Units.Where(u => u.CommunityId == communityId).OrderBy(u => u.Code).Select(u => u.Code).Take(4).ToListAsync();
        await watch.AddAsync(communityId, Guid.NewGuid(), new WatchFacts("钱广告", null, null, "多次在楼道张贴小广告", null));
        await watch.AddAsync(communityId, Guid.NewGuid(), new WatchFacts(null, "沪C·8T667", null, "上月冲撞北门道闸后离开", db.Current.Today(scope.ServiceProvider.GetRequiredService<TimeProvider>()).AddMonths(6)));
        Task<Guid> At(string? unit, string? place, string name, string? phone, string? plate, int people, string purpose) =>
            gate.RegisterAsync(new WalkIn(Guid.NewGuid(), communityId, unit, place, new VisitFacts(name, phone, plate, people, purpose)));

        await gate.EnterAsync(await At(homes[0], null, "李师傅", "13900007788", "沪B7788Q", 2, "装修"), null);
        await gate.EnterAsync(await At(null, "物业办公室", "赵维保", "13700001212", "沪A66D21", 1, "维修"), null);
        var gone = await At(homes[2], null, "吴阿姨", null, null, 1, "家政");
        await gate.EnterAsync(gone, null);
        await gate.LeaveAsync(gone);
        await gate.RefuseAsync(await At(homes[3], null, "钱广告", null, null, 1, "送货"), "住户电话里说没有叫送货");
        await At(homes[1], null, "周快递", "13600003434", "沪C8T667", 1, "送货");
    }

    private async Task InviteAsync(int companyId)
    {
        Membership owner;
        Company company;
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
            company = await db.Companies.SingleAsync(c => c.Id == companyId);
            db.Current.EnterAsJob(company, "演示数据");
            owner = await db.Memberships.Include(m => m.Owner).AsNoTracking().SingleAsync(m => m.Role == Role.Owner);
        }

        await using var portal = services.CreateAsyncScope();
        var current = portal.ServiceProvider.GetRequiredService<CurrentCompany>();
        current.Enter(company, owner.UserId, owner.Owner!.Name, [owner], [owner.Owner.CommunityId]);
        var (invite, now) = (portal.ServiceProvider.GetRequiredService<InviteVisitors>(), portal.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow());
        var unit = (await portal.ServiceProvider.GetRequiredService<Application.Tickets.TicketPlaces>().OfMineAsync())[0].UnitId;
        await invite.RunAsync(Guid.NewGuid(), unit, new VisitFacts("王小明", "13511112222", "沪AD12345", 3, "走亲访友"), new VisitWindow(now, now.AddDays(2)));
        await invite.RunAsync(Guid.NewGuid(), unit, new VisitFacts("孙空调", null, null, 1, "维修"), new VisitWindow(now.AddDays(1), now.AddDays(1).AddHours(4)));
        await invite.CancelAsync(await invite.RunAsync(Guid.NewGuid(), unit, new VisitFacts("刘保姆", "13800138000", null, 1, "家政"), new VisitWindow(now, now.AddDays(7))));
    }
}

using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Web.Demo;

/// <summary>Tickets in every state that a desk sees in a morning; the repair department has the demo's worker.</summary>
internal sealed class DemoTickets(IServiceProvider services)
{
    private static readonly (string Category, string What, string Place, Urgency Urgency)[] Calls =
    [
        ("水电维修", "厨房水龙头滴水，关不紧", "厨房", Urgency.Normal),
        ("水电维修", "卫生间顶上漏水，怀疑是楼上", "主卫", Urgency.Urgent),
        ("公共设施", "单元门禁刷不开", "单元门口", Urgency.Normal),
        ("环境卫生", "楼道有装修垃圾没清", "8 层楼道", Urgency.Normal),
        ("车辆停放", "车位被别人占了", "地下一层", Urgency.Normal),
        ("投诉", "楼上半夜拖桌椅，吵得睡不着", "卧室", Urgency.Normal),
        ("建议", "希望在儿童乐园加两盏灯", "儿童乐园", Urgency.Normal),
        ("门窗家具", "阳台推拉门掉轨", "阳台", Urgency.Normal),
    ];

    public async Task OpenAsync(int companyId, Guid communityId)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        db.Current.EnterAsJob(await db.Companies.SingleAsync(c => c.Id == companyId), "演示数据");
        var settings = scope.ServiceProvider.GetRequiredService<TicketSettings>();
        await settings.FillAsync();
        var worker = await db.Memberships.Where(m => m.Role == Role.RepairWorker).Select(m => m.UserId).FirstAsync();
        var repairs = await db.Departments.SingleAsync(d => d.Name == "维修部");
        await settings.SaveDepartmentAsync(repairs.Id, repairs.Name, [worker]);
        var categories = await db.TicketCategories.ToDictionaryAsync(c => c.Name, c => c.Id);
        var owner = await db.Memberships.Where(m => m.Role == Role.Owner && m.OwnerId != null).Select(m => m.OwnerId!.Value).FirstAsync();
        var today = db.Current.Today(scope.ServiceProvider.GetRequiredService<TimeProvider>());
        var homes = await db.Ownerships.Where(o => o.Owner.CommunityId == communityId && o.From <= today && (o.To == null || o.To >= today))
            .OrderBy(o => o.OwnerId == owner ? 0 : 1).ThenBy(o => o.Unit.Code).Select(o => new { o.OwnerId, o.UnitId }).Take(Calls.Length).ToListAsync();
        var open = scope.ServiceProvider.GetRequiredService<OpenTickets>();
        var tickets = new List<Guid>();
        foreach (var ((category, what, place, urgency), home) in Calls.Zip(homes))
        {
            tickets.Add(await open.RunAsync(new NewTicket(Guid.NewGuid(), communityId, categories[category], home.OwnerId, home.UnitId, null, place, null, urgency, TicketSource.Telephone, what, [])));
        }

        await WorkAsync(scope.ServiceProvider.GetRequiredService<MoveTickets>(), tickets, worker);
    }

    private static async Task WorkAsync(MoveTickets move, List<Guid> tickets, Guid worker)
    {
        Task Do(int ticket, TicketVerb verb, string? text = null, IReadOnlyList<TicketPartPlan>? parts = null) => move.DoAsync(tickets[ticket], new TicketAct(verb, text, Parts: parts));
        foreach (var repair in new[] { 0, 1, 2, 7 })
        {
            await move.DoAsync(tickets[repair], new TicketAct(TicketVerb.Transfer, To: worker));
        }

        await Do(0, TicketVerb.Accept);
        await Do(0, TicketVerb.Start);
        await Do(0, TicketVerb.Finish, "换了陶瓷阀芯，不再滴水", [new TicketPartPlan("陶瓷阀芯", 1, Money.Exact(35m)), new TicketPartPlan("上门人工", 0.5m, Money.Exact(60m))]);
        await Do(1, TicketVerb.Accept);
        await Do(1, TicketVerb.SetOff);
        await Do(2, TicketVerb.Accept);
        await Do(2, TicketVerb.Wait, "等配件");
        await move.UrgeAsync(tickets[5], "昨晚又吵到一点");
        await Do(4, TicketVerb.Return, "要先查监控，请前台派给监控室");
        await Do(7, TicketVerb.Accept);
        await Do(7, TicketVerb.Start);
        await Do(7, TicketVerb.Finish, "换了滑轮");
        await move.RateAsync(tickets[7], 2, "等了两天才来");
    }
}

using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Application.WorkOrders;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Tickets;
using PropertyDesk.Domain.WorkOrders;

namespace PropertyDesk.Web.Demo;

/// <summary>Three work orders between departments: one late, one answered and to be confirmed, one in hand for a ticket.</summary>
internal sealed class DemoOrders(IServiceProvider services)
{
    private readonly DemoClock _clock = new();

    public async Task AskAsync(int companyId, Guid communityId, DateOnly today)
    {
        await using var scope = await EnterAsync(companyId, Role.ServiceDesk);
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var departments = await db.Departments.ToDictionaryAsync(d => d.Name, d => d.Id);
        var send = new SendOrders(
            db, scope.ServiceProvider.GetRequiredService<OrderSight>(), scope.ServiceProvider.GetRequiredService<TicketSight>(), scope.ServiceProvider.GetRequiredService<Attachments>(), _clock);
        Task<Guid> SendAsync(string to, string what, DateOnly due, Guid? ticket, string? place) =>
            send.RunAsync(new NewOrder(Guid.NewGuid(), communityId, departments["客服部"], departments[to], what, due, ticket, null, place, []));

        _clock.Set(today.AddDays(-6), 10, db.Current.TimeZone);
        await SendAsync("保安部", "业主反映地下车库外来车辆过夜，请抄三晚的车牌和停放时间，给客服回复业主。", today.AddDays(-2), null, "地下一层");
        _clock.Set(today.AddDays(-3), 9, db.Current.TimeZone);
        var answered = await SendAsync("维修部", "周末社区活动要用电，请在中心花园接两路临时插座。", today.AddDays(1), null, "中心花园");
        await DoAsync(companyId, Role.RepairWorker, answered, new OrderAct(OrderVerb.Accept));
        _clock.Set(today.AddDays(-1), 16, db.Current.TimeZone);
        await DoAsync(companyId, Role.RepairWorker, answered, new OrderAct(OrderVerb.Answer, "两路都接好了，带漏电保护，活动结束后来拆。"));
        var ticket = await db.Tickets.Where(t => t.Category.Kind == TicketKind.Repair && t.State == TicketState.OnTheWay).OrderBy(t => t.Number).Select(t => (Guid?)t.Id).FirstOrDefaultAsync();
        var asked = await SendAsync("保洁部", "查漏要移开楼上管井里的杂物，请先清空管井。", today.AddDays(2), ticket, "管井");
        await DoAsync(companyId, Role.RepairWorker, asked, new OrderAct(OrderVerb.Accept));
    }

    private async Task DoAsync(int companyId, Role role, Guid order, OrderAct act)
    {
        await using var scope = await EnterAsync(companyId, role);
        var own = scope.ServiceProvider;
        await new MoveOrders(
            own.GetRequiredService<DeskDbContext>(), own.GetRequiredService<OrderSight>(), own.GetRequiredService<TicketSettings>(), own.GetRequiredService<Attachments>(), _clock).DoAsync(order, act);
    }

    private async Task<AsyncServiceScope> EnterAsync(int companyId, Role role)
    {
        var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var company = await db.Companies.SingleAsync(c => c.Id == companyId);
        db.Current.EnterAsJob(company, "演示数据");
        var person = await db.Memberships.AsNoTracking().Where(m => m.Role == role).FirstAsync();
        db.Current.Enter(company, person.UserId, await db.Users.Where(u => u.Id == person.UserId).Select(u => u.DisplayName).SingleAsync(), [person], []);
        return scope;
    }
}

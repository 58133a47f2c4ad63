using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Home;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Application.WorkOrders;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Tickets;
using PropertyDesk.Domain.WorkOrders;
using PropertyDesk.IntegrationTests.Tickets;

namespace PropertyDesk.IntegrationTests.WorkOrders;

/// <summary>What one department asks of another: sent, handed on, answered, confirmed; seen and done by those two alone.</summary>
[Collection(nameof(TicketRig))]
public sealed class AskingDepartments
{
    private static readonly byte[] Pdf = "%PDF-1.4\n%%EOF"u8.ToArray();

    [Fact]
    public async Task An_order_goes_from_one_department_to_the_other_and_back_and_each_does_its_own()
    {
        var (rig, desk, repairs) = await OpenAsync();
        var id = await SendAsync(rig, desk, repairs);

        Assert.Equal((1, 0), await WaitingAsync(rig, rig.Worker));
        Assert.Equal((0, 0), await WaitingAsync(rig, rig.Clerk, Role.ServiceDesk));
        await Assert.ThrowsAsync<RuleViolation>(() => DoAsync(rig, rig.Clerk, id, new OrderAct(OrderVerb.Accept), Role.ServiceDesk));
        await Assert.ThrowsAsync<RuleViolation>(() => DoAsync(rig, rig.Worker, id, new OrderAct(OrderVerb.Withdraw, "不要了")));
        await Assert.ThrowsAsync<NotFoundException>(() => DoAsync(rig, rig.Other, id, new OrderAct(OrderVerb.Accept)));
        await Assert.ThrowsAsync<RuleViolation>(() => DoAsync(rig, rig.Worker, id, new OrderAct(OrderVerb.HandOver, Worker: rig.Other)));
        await DoAsync(rig, rig.Worker, id, new OrderAct(OrderVerb.HandOver, Worker: rig.Worker));
        await DoAsync(rig, rig.Worker, id, new OrderAct(OrderVerb.Answer, "接好了", Files: [new NewFile("单.pdf", Pdf)]));
        Assert.Equal((1, 0), await WaitingAsync(rig, rig.Clerk, Role.ServiceDesk));
        await DoAsync(rig, rig.Clerk, id, new OrderAct(OrderVerb.SendBack, "少一路", Today(rig).AddDays(2)), Role.ServiceDesk);
        await DoAsync(rig, rig.Worker, id, new OrderAct(OrderVerb.Answer, "两路都好了"));
        await DoAsync(rig, rig.Clerk, id, new OrderAct(OrderVerb.Confirm), Role.ServiceDesk);

        var order = await rig.Desk.As(rig.Clerk, Role.ServiceDesk, (OrderQueries q) => q.FindAsync(id));
        Assert.Equal((OrderState.Confirmed, "孙师傅", "两路都好了", 0), (order.Row.State, order.Row.Worker, order.Answer, order.Verbs.Count));
        Assert.Equal(OrderState.Confirmed, OrderFlow.Replay(order.Steps.Select(s => s.Verb)));
        var file = order.Steps[2].Files.Single();
        Assert.Equal("单.pdf", (await rig.Desk.As(rig.Worker, Role.RepairWorker, (OrderQueries q) => q.FileAsync(file.Id))).Name);
        await Assert.ThrowsAsync<NotFoundException>(() => rig.Desk.As(rig.Other, Role.RepairWorker, (OrderQueries q) => q.FileAsync(file.Id)));
        await Assert.ThrowsAsync<NotFoundException>(() => rig.Desk.In(rig.Desk.Foreign, (OrderQueries q) => q.FindAsync(id)));
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_order_and_only_a_member_asks_in_the_name_of_a_department()
    {
        var (rig, desk, repairs) = await OpenAsync();
        var form = Guid.NewGuid();
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SendAsync(rig, desk, repairs, form))));
        Assert.Single(made.Distinct());
        Assert.Equal(1, await rig.Desk.See(db => db.WorkOrders.CountAsync()));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => SendAsync(rig, desk, repairs))));
        Assert.Equal([1, 2, 3, 4], await rig.Desk.See(db => db.WorkOrders.OrderBy(o => o.Number).Select(o => o.Number).ToListAsync()));

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => rig.Desk.As(rig.Worker, Role.RepairWorker, (SendOrders s) => s.RunAsync(Asked(rig, desk, repairs))));
        Assert.Equal("From", refused.Field);
        Assert.Equal("To", (await Assert.ThrowsAsync<RuleViolation>(() => SendAsync(rig, desk, desk))).Field);
        Assert.Equal("Unit", (await Assert.ThrowsAsync<RuleViolation>(() => rig.AsDesk((SendOrders s) => s.RunAsync(Asked(rig, desk, repairs) with { Unit = "9-9-9999" })))).Field);
        // A manager asks in whose name it may be.
        await rig.Desk.As(Guid.NewGuid(), Role.Manager, (SendOrders s) => s.RunAsync(Asked(rig, desk, repairs)));
    }

    [Fact]
    public async Task Of_two_who_act_at_the_same_moment_one_is_refused_and_the_history_has_no_gap()
    {
        var (rig, desk, repairs) = await OpenAsync();
        var id = await SendAsync(rig, desk, repairs);
        await DoAsync(rig, rig.Worker, id, new OrderAct(OrderVerb.Accept));

        var done = await Task.WhenAll(new[] { OrderVerb.Answer, OrderVerb.Return, OrderVerb.Answer }.Select(verb => Task.Run(async () =>
        {
            try
            {
                await DoAsync(rig, rig.Worker, id, new OrderAct(verb, "说明"));
                return true;
            }
            catch (RuleViolation)
            {
                return false;
            }
        })));

        Assert.Equal(1, done.Count(d => d));
        var steps = (await rig.Desk.In((OrderQueries q) => q.FindAsync(id))).Steps;
        Assert.Equal([1, 2, 3], steps.Select(s => s.Number));
    }

    [Fact]
    public async Task What_is_late_waits_for_both_departments_and_for_managers()
    {
        var (rig, desk, repairs) = await OpenAsync();
        await SendAsync(rig, desk, repairs);
        rig.Desk.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal((1, 1), await WaitingAsync(rig, rig.Worker));
        Assert.Equal((1, 1), await WaitingAsync(rig, rig.Clerk, Role.ServiceDesk));
        Assert.Equal((1, 1), await WaitingAsync(rig, Guid.NewGuid(), Role.Manager));
        Assert.Equal((0, 0), await WaitingAsync(rig, rig.Other));
        Assert.Equal([new Waiting(WaitingKind.WorkOrders, 1, 1)], await rig.Desk.As(rig.Worker, Role.RepairWorker, (WaitingWork w) => w.CountAsync([WaitingKind.WorkOrders])));
        Assert.Equal(1, (await rig.Desk.As(rig.Worker, Role.RepairWorker, (OrderQueries q) => q.ListAsync(OrdersShown.Late))).Total);
    }

    [Fact]
    public async Task A_ticket_shows_its_orders_and_is_not_finished_over_them_without_a_word()
    {
        var (rig, desk, repairs) = await OpenAsync();
        var ticket = await rig.OpenTicketAsync();
        var id = await rig.AsDesk((SendOrders s) => s.RunAsync(Asked(rig, desk, repairs) with { TicketId = ticket }));
        await rig.AsWorker(ticket, TicketVerb.Accept);
        await rig.AsWorker(ticket, TicketVerb.Start);

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => rig.AsWorker(ticket, TicketVerb.Finish, "已换管"));
        Assert.Contains("ZB-000001", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleViolation>(() => rig.DeskDoes(ticket, TicketVerb.Cancel, "重复"));
        var details = await rig.AsDesk((TicketQueries q) => q.FindAsync(ticket));
        Assert.Equal([id], details.OpenOrders.Select(o => o.Id));
        Assert.Contains(details.Steps, s => s.Kind == StepKind.Ordered && s.Whom!.Contains("维修部", StringComparison.Ordinal));
        var owners = await rig.AsOwner(rig.Till.Own.Li, (TicketQueries q) => q.FindMineAsync(ticket));
        Assert.Empty(owners.Orders);
        Assert.DoesNotContain(owners.Steps, s => s.Kind == StepKind.Ordered);

        await rig.Desk.As(rig.Worker, Role.RepairWorker, (MoveTickets m) => m.DoAsync(ticket, new TicketAct(TicketVerb.Finish, "已换管", OverOrders: true)));
        Assert.Equal(TicketState.Done, (await rig.FindAsync(ticket)).State);
        await Assert.ThrowsAsync<RuleViolation>(() => rig.AsDesk((SendOrders s) => s.RunAsync(Asked(rig, desk, repairs) with { TicketId = ticket })));
    }

    [Fact]
    public async Task The_pages_ask_answer_and_keep_what_was_typed()
    {
        var (rig, desk, repairs) = await OpenAsync();
        var slug = $"/{rig.Desk.Company.Slug}";
        var ticket = await rig.OpenTicketAsync();
        var manager = await rig.Desk.SignInAsync(Role.Manager);
        var page = $"{slug}/WorkOrders/New?ticket={ticket}";
        Dictionary<string, string> Form(Guid to, string due) => new()
        {
            ["Input.RequestId"] = Guid.NewGuid().ToString(),
            ["Input.From"] = desk.ToString(),
            ["Input.To"] = to.ToString(),
            ["Input.DueOn"] = due,
            ["Input.What"] = "接两路插座",
        };
        var over = await Desk.PostAsync(manager, page, page, Form(repairs, $"{Today(rig).AddDays(-1):yyyy-MM-dd}"));
        var html = WebUtility.HtmlDecode(await over.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, over.StatusCode);
        Assert.Contains("办理期限须在今天", html, StringComparison.Ordinal);
        Assert.Contains("接两路插座", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await Desk.PostAsync(manager, page, page, Form(repairs, $"{Today(rig):yyyy-MM-dd}"))).StatusCode);
        var id = await rig.Desk.See(db => db.WorkOrders.Select(o => o.Id).SingleAsync());

        var details = $"{slug}/WorkOrders/Details/{id}";
        var silent = await Desk.PostAsync(manager, details, details + "?handler=Do", new() { ["Verb"] = "Return", ["Text"] = "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Desk.PostAsync(manager, details, details + "?handler=Do", new() { ["Verb"] = "Return", ["Text"] = "不归我们" })).StatusCode);
        Assert.Contains("不归我们", WebUtility.HtmlDecode(await manager.GetStringAsync(details)), StringComparison.Ordinal);
        Assert.Contains("ZB-000001", WebUtility.HtmlDecode(await manager.GetStringAsync($"{slug}/Tickets/Details/{ticket}")), StringComparison.Ordinal);
        var outsider = await rig.Desk.SignInAsync(Role.Finance);
        Assert.Equal(HttpStatusCode.NotFound, (await outsider.GetAsync(details)).StatusCode);
        Assert.Contains("您还不属于任何部门", WebUtility.HtmlDecode(await outsider.GetStringAsync(slug + "/WorkOrders")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await outsider.GetAsync(page)).StatusCode);
    }

    private static async Task<(TicketRig Rig, Guid Desk, Guid Repairs)> OpenAsync()
    {
        var rig = await TicketRig.OpenAsync();
        var desk = await rig.Desk.See(db => db.Departments.Where(d => d.Name == "客服部").Select(d => d.Id).SingleAsync());
        await rig.Desk.See(async db =>
        {
            var user = new Application.Companies.DeskUser { Id = rig.Clerk, UserName = Guid.NewGuid().ToString("n"), DisplayName = "吴客服" };
            db.AddRange(user, Membership.OfStaff(await db.Companies.SingleAsync(c => c.Id == rig.Desk.Company.Id), rig.Clerk, Role.ServiceDesk));
            return await db.SaveChangesAsync();
        });
        await rig.Desk.In((TicketSettings s) => s.SaveDepartmentAsync(desk, "客服部", [rig.Clerk]));
        return (rig, desk, rig.Plumbing.DepartmentId!.Value);
    }

    private static DateOnly Today(TicketRig rig) => DateOnly.FromDateTime(rig.Desk.Clock.GetUtcNow().AddHours(8).DateTime);

    private static NewOrder Asked(TicketRig rig, Guid from, Guid to, Guid? request = null) =>
        new(request ?? Guid.NewGuid(), rig.Till.Own.Community.Id, from, to, "接两路插座", Today(rig), null, null, "中心花园", []);

    private static Task<Guid> SendAsync(TicketRig rig, Guid from, Guid to, Guid? request = null) => rig.AsDesk((SendOrders s) => s.RunAsync(Asked(rig, from, to, request)));

    private static Task DoAsync(TicketRig rig, Guid person, Guid order, OrderAct act, Role role = Role.RepairWorker) => rig.Desk.As(person, role, (MoveOrders m) => m.DoAsync(order, act));

    private static Task<(int Count, int Late)> WaitingAsync(TicketRig rig, Guid person, Role role = Role.RepairWorker) => rig.Desk.As(person, role, (OrderQueries q) => q.WaitingAsync());
}

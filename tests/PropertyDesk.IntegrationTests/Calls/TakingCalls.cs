using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Calls;
using PropertyDesk.Application.Companies;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.PersonalData;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Accounts;
using PropertyDesk.Domain.Calls;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.PersonalData;
using PropertyDesk.Domain.Tickets;
using PropertyDesk.IntegrationTests.Portal;

namespace PropertyDesk.IntegrationTests.Calls;

/// <summary>Who calls, what is kept of it, what comes of it at once; and that half a call is no call.</summary>
public sealed class TakingCalls
{
    [Theory]
    [InlineData("13812341234")]
    [InlineData(" +86 138-1234-1234 ")]
    [InlineData("８６13812341234")]
    [InlineData("1234")]
    public async Task A_number_tells_the_owner_with_units_dues_tickets_and_last_calls(string typed)
    {
        var desk = await PortalDesk.OpenAsync();
        var ticket = await TicketAsync(desk, desk.Zhang);
        var last = await TakeAsync(desk, desk.Zhang, "停车怎么收费");

        var caller = Assert.Single(await desk.Till.WithAsync((Callers c) => c.FindAsync(typed)));

        Assert.Equal((desk.Zhang.Id, "张伟", "", "138****1234"), (caller.OwnerId, caller.Name, caller.As, caller.Phone));
        Assert.Equal(["3-2-1801", "3-2-1802"], caller.Units.Select(u => u.Code));
        Assert.Equal((await desk.Till.WithAsync((OwnerDuesQuery q) => q.FindAsync(desk.Zhang.Id))).Total, caller.Outstanding);
        Assert.Equal([ticket], caller.Tickets.Select(t => t.Id));
        Assert.Equal([last], caller.Calls.Select(c => c.Id));
    }

    [Fact]
    public async Task Who_calls_is_told_the_late_fee_and_a_promise_is_noted_without_the_call_list()
    {
        var desk = await PortalDesk.OpenAsync();
        var clerk = await desk.Desk.SignInAsync(Role.ServiceDesk);
        await desk.Till.SeeAsync(db => db.Bills.ExecuteUpdateAsync(b => b.SetProperty(x => x.LateFeeDailyRate, 0.0005m).SetProperty(x => x.DueOn, desk.Till.Today.AddDays(-40))));
        var fee = Money.Sum((await desk.Till.WithAsync((Application.LateFees.LateFeeQueries q) => q.OfOwnerAsync(desk.Zhang.Id, desk.Till.Today))).Select(f => f.Open));
        Assert.True(fee > Money.Zero);
        Assert.Equal(fee, Assert.Single(await desk.Till.WithAsync((Callers c) => c.FindAsync("13812341234"))).LateFee);

        Assert.Contains($"{desk.Root}/Dunning/Owner/{desk.Zhang.Id}", (await desk.PostAsync(clerk, "/Calls/New?handler=Callers", ("Input.Phone", "13812341234"))).Text, StringComparison.Ordinal);
        var page = await desk.ReadAsync(clerk, $"/Dunning/Owner/{desk.Zhang.Id}");
        Assert.DoesNotContain("登记，打下一个", page, StringComparison.Ordinal);
        var bill = await desk.Till.SeeAsync(db => db.Bills.Where(b => b.OwnerId == desk.Zhang.Id).OrderBy(b => b.Number).FirstAsync());
        var noted = await desk.PostAsync(
            clerk, $"/Dunning/Owner/{desk.Zhang.Id}", ("Input.RequestId", Guid.NewGuid().ToString()), ("Input.Outcome", "Promised"), ("Input.Bills", bill.Id.ToString()), ("Input.PromiseUntil", $"{desk.Till.Today.AddDays(3):yyyy-MM-dd}"));

        Assert.Equal(HttpStatusCode.Redirect, noted.Status);
        Assert.Equal(bill.Outstanding, (await desk.Till.SeeAsync(db => db.PaymentPromises.SingleAsync())).Amount);
        Assert.NotEqual(HttpStatusCode.OK, await desk.StatusAsync(clerk, "/Dunning"));
    }

    [Fact]
    public async Task Families_renters_and_whoever_called_before_are_known_and_a_strange_number_is_nobody()
    {
        var desk = await PortalDesk.OpenAsync();
        var family = $"139{Random.Shared.Next(10_000_000, 99_999_999)}";
        var renter = await desk.Till.SeeAsync(async db =>
        {
            var user = new DeskUser { UserName = Guid.NewGuid().ToString("n"), DisplayName = "张小妹" };
            var owner = await db.Owners.SingleAsync(o => o.Id == desk.Zhang.Id);
            var lessee = new Owner(await db.Communities.SingleAsync(), "刘租客", OwnerKind.Lessee);
            lessee.SetContact("+8613700001111", null);
            db.AddRange(user, Membership.OfFamily(owner, user.Id, Role.FamilyViewer, "女儿", desk.Desk.Clock.GetUtcNow()), new LoginContact(user.Id, ContactKind.Phone, family, desk.Desk.Clock.GetUtcNow()), lessee);
            await db.SaveChangesAsync();
            return lessee.Id;
        });
        await TakeAsync(desk, desk.Li, "怎么开门", phone: "021-5555 6666", caller: "保姆");

        async Task<(Guid, string)[]> FindAsync(string number) => [.. (await desk.Till.WithAsync((Callers c) => c.FindAsync(number))).Select(c => (c.OwnerId, c.As))];
        Assert.Equal([(desk.Zhang.Id, "女儿")], await FindAsync(family));
        Assert.Equal([(renter, "")], await FindAsync("137 0000 1111"));
        Assert.Equal([(desk.Li.Id, "保姆")], await FindAsync("(021) 55556666"));
        Assert.Empty(await FindAsync("13666660000"));
        Assert.Empty(await FindAsync("123"));
        // The other company has an archive that looks the same: its own people, not ours, and not what called here before.
        Assert.Equal([desk.Till.Foreign.Zhang.Id], (await desk.Desk.In(desk.Desk.Foreign, (Callers c) => c.FindAsync("13812341234"))).Select(c => c.OwnerId));
        Assert.Empty(await desk.Desk.In(desk.Desk.Foreign, (Callers c) => c.FindAsync("02155556666")));
        Assert.Empty(await desk.Desk.In(desk.Desk.Foreign, (Callers c) => c.FindAsync(family)));
    }

    [Fact]
    public async Task A_strangers_calls_are_found_by_the_number_alone_and_not_those_of_owners()
    {
        var desk = await PortalDesk.OpenAsync();
        var stranger = await desk.Till.WithAsync(async (TakeCall t) => await t.RunAsync(await AskAsync(desk, null, "送快递", "021-8888 9999", "快递站") with { CommunityId = desk.Till.Own.Community.Id }));
        await TakeAsync(desk, desk.Li, "停车", phone: "02188889999");

        Assert.Equal([stranger], (await desk.Till.WithAsync((CallQueries q) => q.OfNumberAsync("021 88889999", 5))).Select(c => c.Id));
        Assert.Empty(await desk.Till.WithAsync((CallQueries q) => q.OfNumberAsync("9999", 5)));
        Assert.Empty(await desk.Desk.In(desk.Desk.Foreign, (CallQueries q) => q.OfNumberAsync("02188889999", 5)));
    }

    [Fact]
    public async Task On_the_page_the_caller_and_articles_are_looked_up_and_a_form_sent_twice_is_one_call_with_the_version_that_was_read()
    {
        var desk = await PortalDesk.OpenAsync();
        var clerk = await desk.Desk.SignInAsync(Role.ServiceDesk);
        await desk.ReadAsync(clerk, "/Calls/New");
        var (topic, article) = (await TopicAsync(desk), await ArticleAsync(desk, "物业费怎么算", "按建筑面积计。"));
        var version = await desk.Till.SeeAsync(db => db.ArticleVersions.Select(v => v.Id).SingleAsync());
        var callers = await desk.PostAsync(clerk, "/Calls/New?handler=Callers", ("Input.Phone", "13812341234"));
        Assert.Contains("138****1234", callers.Text, StringComparison.Ordinal);
        Assert.Contains($"value=\"{desk.Zhang.Id} {desk.Till.Own.Units[0].Id}\"", callers.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("13812341234", callers.Text, StringComparison.Ordinal);
        Assert.Contains($"value=\"{version}\"", (await desk.PostAsync(clerk, "/Calls/New?handler=Articles", ("Input.Question", "请问物业费是怎么算的？"))).Text, StringComparison.Ordinal);
        Assert.Contains("没有找到", (await desk.PostAsync(clerk, "/Calls/New?handler=Articles", ("Input.Searched", "充电桩"))).Text, StringComparison.Ordinal);

        (string, string)[] form =
        [
            ("Input.RequestId", Guid.NewGuid().ToString()), ("Input.Phone", "138 1234 1234"), ("Input.Who", $"{desk.Zhang.Id} {desk.Till.Own.Units[1].Id}"), ("Input.TopicId", topic.ToString()),
            ("Input.Question", "物业费怎么算"), ("Input.ReadId", version.ToString()), ("Input.Becomes", "Answered"),
        ];
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(clerk, "/Calls/New", form)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(clerk, "/Calls/New", form)).Status);
        await desk.Till.WithAsync((WriteKnowledge w) => w.ChangeAsync(article, topic, new ArticleText("物业费怎么算", null, "按套内面积计。"), 1));

        var call = await desk.Till.SeeAsync(db => db.Calls.AsNoTracking().SingleAsync());
        Assert.Equal((desk.Zhang.Id, desk.Till.Own.Units[1].Id, "13812341234", version, CallState.Answered, "测试员工"), (call.OwnerId, call.UnitId, call.Phone, call.ReadId, call.State, call.TakenBy));
        var page = await desk.ReadAsync(clerk, $"/Calls/Details/{call.Id}");
        Assert.Contains("按建筑面积计。", page, StringComparison.Ordinal);
        Assert.Contains("现在是第 2 版", page, StringComparison.Ordinal);
        Assert.Contains("138****1234", page, StringComparison.Ordinal);
        Assert.DoesNotContain("13812341234", page + await desk.ReadAsync(clerk, "/Calls") + await desk.ReadAsync(clerk, "/Calls/New"), StringComparison.Ordinal);
        Assert.Contains("13812341234", (await desk.PostAsync(clerk, $"/Calls/Details/{call.Id}?handler=Reveal")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field_and_nothing_is_kept()
    {
        var desk = await PortalDesk.OpenAsync();
        var clerk = await desk.Desk.SignInAsync(Role.ServiceDesk);
        await desk.ReadAsync(clerk, "/Calls/New");
        var topic = await TopicAsync(desk);
        Task<(HttpStatusCode Status, string Text)> Post(params (string, string)[] more) => desk.PostAsync(
            clerk, "/Calls/New", [("Input.RequestId", Guid.NewGuid().ToString()), ("Input.Community", desk.Till.Own.Community.Id.ToString()), ("Input.TopicId", topic.ToString()), ("Input.Question", "什么时候修好"), .. more]);

        Assert.Contains("请填写答复、选一篇文章", (await Post(("Input.Becomes", "Answered"))).Text, StringComparison.Ordinal);
        Assert.Contains("请约定回电时间", (await Post(("Input.Becomes", "CallBack"))).Text, StringComparison.Ordinal);
        Assert.Contains("回电时间须在现在之后", (await Post(("Input.Becomes", "CallBack"), ("Input.CallBackBy", "2020-01-01T10:00"))).Text, StringComparison.Ordinal);
        Assert.Contains("请选择工单类别", (await Post(("Input.Becomes", "Ticket"))).Text, StringComparison.Ordinal);
        Assert.Contains("请选择主题", (await desk.PostAsync(clerk, "/Calls/New", ("Input.Question", "什么时候修好"))).Text, StringComparison.Ordinal);

        Assert.Contains("约定回电要有号码", (await Post(("Input.Becomes", "CallBack"), ("Input.CallBackBy", "2031-01-01T10:00"))).Text, StringComparison.Ordinal);
        Assert.Contains("请在名单里选出是哪一位", (await Post(("Input.Becomes", "Answered"), ("Input.Answer", "好"), ("Input.Find", "张伟"))).Text, StringComparison.Ordinal);

        Assert.Equal((0, 0), await desk.Till.SeeAsync(async db => (await db.Calls.CountAsync(), await db.Tickets.CountAsync())));
        // Who is none of them keeps the name that was looked for.
        Assert.Equal(HttpStatusCode.Redirect, (await Post(("Input.Becomes", "Answered"), ("Input.Answer", "好"), ("Input.Find", "张伟"), ("Input.Who", "-"))).Status);
        Assert.Equal("张伟", await desk.Till.SeeAsync(db => db.Calls.Select(c => c.Caller).SingleAsync()));
    }

    [Fact]
    public async Task A_call_becomes_a_ticket_with_unit_contact_and_text_in_one_step_and_once_however_often_it_is_sent()
    {
        var desk = await PortalDesk.OpenAsync();
        var wish = new TicketWish(await CategoryAsync(desk), Urgency.Urgent, "厨房");
        var asked = await AskAsync(desk, desk.Zhang, "水管漏了", "13511112222", "女儿") with { UnitId = desk.Till.Own.Units[0].Id, Ticket = wish };

        var ids = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.Till.WithAsync((TakeCall t) => t.RunAsync(asked)))));

        Assert.Single(ids.Distinct());
        var (call, ticket) = await desk.Till.SeeAsync(async db => (await db.Calls.AsNoTracking().SingleAsync(), await db.Tickets.AsNoTracking().SingleAsync()));
        Assert.Equal((CallState.BecameTicket, ticket.Id), (call.State, call.TicketId));
        Assert.Equal((desk.Zhang.Id, desk.Till.Own.Units[0].Id, "女儿 13511112222", "水管漏了", Urgency.Urgent, TicketSource.Telephone), (ticket.OwnerId, ticket.UnitId, ticket.Contact, ticket.What, ticket.Urgency, ticket.Source));

        var later = await TakeAsync(desk, desk.Li, "灯不亮");
        var made = await desk.Till.WithAsync((TakeCall t) => t.BecomeAsync(later, wish));
        Assert.Equal(made, await desk.Till.WithAsync((TakeCall t) => t.BecomeAsync(later, wish)));
        Assert.Equal((2, "灯不亮"), await desk.Till.SeeAsync(async db => (await db.Tickets.CountAsync(), await db.Tickets.Where(t => t.Id == made).Select(t => t.What).SingleAsync())));
    }

    [Fact]
    public async Task A_failure_half_way_leaves_neither_call_nor_ticket()
    {
        var desk = await PortalDesk.OpenAsync();
        var wish = new TicketWish(await CategoryAsync(desk), Urgency.Normal, "厨房");
        var asked = await AskAsync(desk, desk.Zhang, "水管漏了") with { Ticket = wish };
        var foreignTopic = await desk.Desk.In(desk.Desk.Foreign, async (CallTopics t) =>
        {
            await t.FillAsync();
            return (await t.ListAsync())[0].Id;
        });

        // The ticket is opened before the call is refused.
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Till.WithAsync((TakeCall t) => t.RunAsync(asked with { TopicId = foreignTopic })));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Till.WithAsync((TakeCall t) => t.RunAsync(asked with { ReadId = Guid.NewGuid() })));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((TakeCall t) => t.RunAsync(asked with { CallBackBy = new DateTime(2020, 1, 1) })));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((TakeCall t) => t.RunAsync(asked with { Ticket = wish with { CategoryId = Guid.NewGuid() } })));
        Assert.Equal((0, 0, 0), await desk.Till.SeeAsync(async db => (await db.Calls.CountAsync(), await db.Tickets.CountAsync(), await db.TicketSteps.CountAsync())));

        await desk.Till.WithAsync((TakeCall t) => t.RunAsync(asked));
        Assert.Equal((1, 1), await desk.Till.SeeAsync(async db => (await db.Calls.CountAsync(), await db.Tickets.CountAsync())));
    }

    [Fact]
    public async Task An_owners_calls_are_in_the_owners_copy_and_the_number_goes_with_the_owners_data()
    {
        var desk = await PortalDesk.OpenAsync();
        var (own, others) = (await TakeAsync(desk, desk.Zhang, "停车怎么收费", phone: "13511112222", caller: "女儿"), await TakeAsync(desk, desk.Li, "怎么开门", phone: "13511112222", caller: "保姆"));

        var sheet = Assert.Single(await desk.AsOwnerAsync(desk.Zhang, (OwnDataSheets s) => s.ListAsync()), s => s.Name == Texts.Of("来电咨询"));
        var row = Assert.Single(sheet.Rows);
        Assert.Equal(new object?[] { "13511112222", "女儿", "停车怎么收费", "好的" }, row.Skip(2).Take(4));
        var request = await desk.AsOwnerAsync(desk.Zhang, (DataRequests r) => r.AskAsync(desk.Zhang.Id, DataRequestKind.Deletion, null));
        await desk.Till.WithAsync((DataRequests r) => r.DoneAsync(request, "已删除"));

        var kept = await desk.Till.SeeAsync(db => db.Calls.AsNoTracking().ToDictionaryAsync(c => c.Id));
        Assert.Equal((null, null, "停车怎么收费"), (kept[own].Phone, kept[own].Caller, kept[own].Question));
        Assert.Equal(("13511112222", "保姆"), (kept[others].Phone, kept[others].Caller));
    }

    [Fact]
    public async Task The_desk_takes_calls_others_do_not_and_a_foreign_company_finds_none()
    {
        var desk = await PortalDesk.OpenAsync();
        var id = await TakeAsync(desk, desk.Zhang, "停车怎么收费");
        foreach (var role in new[] { Role.Collector, Role.Finance, Role.Guard, Role.RepairWorker })
        {
            var browser = await desk.Desk.SignInAsync(role);
            foreach (var page in new[] { "/Calls", "/Calls/New", "/Calls/Returns", "/Calls/Figures", $"/Calls/Details/{id}", "/reports/calls.xlsx" })
            {
                Assert.NotEqual(HttpStatusCode.OK, await desk.StatusAsync(browser, page));
            }
        }

        var clerk = await desk.Desk.SignInAsync(Role.ServiceDesk);
        foreach (var page in new[] { "/Calls", "/Calls/New", $"/Calls/New?ownerId={desk.Zhang.Id}", "/Calls/Returns", "/Calls/Figures", $"/Calls/Details/{id}", "/reports/calls.xlsx", "/reports/calls.pdf" })
        {
            Assert.Equal(HttpStatusCode.OK, await desk.StatusAsync(clerk, page));
        }

        Assert.Equal(HttpStatusCode.NotFound, await desk.StatusAsync(clerk, $"/Calls/New?ownerId={desk.Till.Foreign.Zhang.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, (await desk.PostAsync(clerk, "/Calls/New?handler=Callers", ("Input.Who", desk.Till.Foreign.Zhang.Id.ToString()))).Status);
        Assert.Equal(0, (await desk.Desk.In(desk.Desk.Foreign, (CallQueries q) => q.ListAsync(new CallFilter()))).Total);
        Assert.Equal(new CallCounts(0, 0, 0), await desk.Desk.In(desk.Desk.Foreign, (CallQueries q) => q.CountsAsync()));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Desk.In(desk.Desk.Foreign, (CallQueries q) => q.FindAsync(id)));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Desk.In(desk.Desk.Foreign, (ReturnCalls r) => r.RevealAsync(id)));
    }

    internal static async Task<Guid> TopicAsync(PortalDesk desk)
    {
        await desk.Till.WithAsync((CallTopics t) => t.FillAsync());
        return await desk.Till.SeeAsync(db => db.CallTopics.OrderBy(t => t.Position).Select(t => t.Id).FirstAsync());
    }

    internal static async Task<Guid> ArticleAsync(PortalDesk desk, string title, string body, string? words = null)
    {
        var topic = await TopicAsync(desk);
        return await desk.Till.WithAsync((WriteKnowledge w) => w.AddAsync(Guid.NewGuid(), topic, new ArticleText(title, words, body)));
    }

    internal static async Task<NewCall> AskAsync(PortalDesk desk, Owner? owner, string question, string? phone = null, string? caller = null) =>
        new(Guid.NewGuid(), null, owner?.Id, null, phone, caller, await TopicAsync(desk), question, "好的", null, null, null);

    internal static async Task<Guid> TakeAsync(PortalDesk desk, Owner owner, string question, DateTime? back = null, string? phone = null, string? caller = null)
    {
        var asked = await AskAsync(desk, owner, question, phone, caller) with { CallBackBy = back };
        return await desk.Till.WithAsync((TakeCall t) => t.RunAsync(asked));
    }

    internal static async Task<Guid> CategoryAsync(PortalDesk desk)
    {
        await desk.Till.WithAsync((TicketSettings s) => s.FillAsync());
        return await desk.Till.SeeAsync(db => db.TicketCategories.Where(c => c.Name == "水电维修").Select(c => c.Id).SingleAsync());
    }

    private static async Task<Guid> TicketAsync(PortalDesk desk, Owner owner)
    {
        var category = await CategoryAsync(desk);
        return await desk.Till.WithAsync((OpenTickets o) => o.RunAsync(new NewTicket(Guid.NewGuid(), desk.Till.Own.Community.Id, category, owner.Id, null, null, "厨房", null, Urgency.Normal, TicketSource.Desk, "漏水", [])));
    }
}

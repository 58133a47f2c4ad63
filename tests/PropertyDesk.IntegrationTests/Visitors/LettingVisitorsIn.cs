using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.PersonalData;
using PropertyDesk.Application.Visitors;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.PersonalData;
using PropertyDesk.Domain.Tickets;
using PropertyDesk.Domain.Visitors;
using PropertyDesk.IntegrationTests.Portal;

namespace PropertyDesk.IntegrationTests.Visitors;

/// <summary>From the invitation to the way out; what a pass does not open; and how it is all forgotten in time.</summary>
public sealed class LettingVisitorsIn
{
    [Fact]
    public async Task An_owner_invites_the_guard_scans_lets_in_and_out_and_the_pass_opens_no_more()
    {
        var desk = await PortalDesk.OpenAsync();
        var (owner, guard) = (await desk.OwnerAsync(desk.Zhang), await desk.Desk.SignInAsync(Role.Guard));
        var form = await desk.ReadAsync(owner, "/Portal/Visitors/New");
        var unit = Regex.Match(form, "<option value=\"(?<id>[0-9a-f-]{36})\"", RegexOptions.ExplicitCapture).Groups["id"].Value;
        var now = TimeZoneInfo.ConvertTime(desk.Desk.Clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        (string, string)[] fields =
        [
            ("Input.RequestId", Guid.NewGuid().ToString()), ("Input.UnitId", unit), ("Input.Name", "王小明"), ("Input.Plate", "沪a·d12345"), ("Input.Phone", "13511112222"), ("Input.People", "3"),
            ("Input.From", $"{now.AddHours(-1):yyyy-MM-ddTHH:mm}"), ("Input.To", $"{now.AddHours(5):yyyy-MM-ddTHH:mm}"),
        ];
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(owner, "/Portal/Visitors/New", fields)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(owner, "/Portal/Visitors/New", fields)).Status);
        var visit = await desk.Till.SeeAsync(db => db.Visits.AsNoTracking().SingleAsync());
        Assert.Equal((desk.Zhang.Id, "沪AD12345", 3, VisitState.Expected), (visit.OwnerId, visit.Plate, visit.People, visit.State));
        var pass = await desk.ReadAsync(owner, $"/Portal/Visitors/Pass/{visit.Id}");
        Assert.Contains("class=\"qr\"", pass, StringComparison.Ordinal);
        Assert.Contains(visit.PassCode, pass, StringComparison.Ordinal);

        // What a scanner types, and what the guard reads from the pass.
        foreach (var typed in new[] { visit.PassCode, $"https://desk.example/{desk.Desk.Company.Slug}/visitors?q={visit.PassCode}" })
        {
            using var found = await guard.GetAsync(desk.Root + "/Visitors?q=" + Uri.EscapeDataString(typed));
            Assert.EndsWith($"/Visitors/Details/{visit.Id}", found.Headers.Location?.OriginalString, StringComparison.Ordinal);
        }

        Assert.Contains("王小明", await desk.ReadAsync(guard, "/Visitors?q=AD123"), StringComparison.Ordinal);
        var details = await desk.ReadAsync(guard, $"/Visitors/Details/{visit.Id}");
        Assert.Contains("135****2222", details, StringComparison.Ordinal);
        Assert.DoesNotContain("13511112222", details, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(guard, $"/Visitors/Details/{visit.Id}?handler=Enter")).Status);
        var again = await desk.PostAsync(guard, $"/Visitors/Details/{visit.Id}?handler=Enter");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("已经用过，访客在场", again.Text, StringComparison.Ordinal);
        Assert.Equal(new GateFigures(0, 1, 3, 0), await desk.Till.WithAsync((VisitQueries q) => q.FiguresAsync()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.PostAsync(owner, $"/Portal/Visitors/Pass/{visit.Id}?handler=Cancel")).Status);

        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(guard, "/Visitors?handler=Leave", ("visit", visit.Id.ToString()))).Status);
        Assert.Contains("已经用过，访客已离开", (await desk.PostAsync(guard, $"/Visitors/Details/{visit.Id}?handler=Enter")).Text, StringComparison.Ordinal);
        var left = await desk.Till.SeeAsync(db => db.Visits.AsNoTracking().SingleAsync());
        Assert.Equal((VisitState.Left, "测试员工", "测试员工"), (left.State, left.EnteredBy, left.ClosedBy));
        Assert.DoesNotContain("class=\"qr\"", await desk.ReadAsync(owner, $"/Portal/Visitors/Pass/{visit.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_pass_and_one_before_its_time_do_not_open()
    {
        var desk = await PortalDesk.OpenAsync();
        var (cancelled, early) = (await InviteAsync(desk), await InviteAsync(desk, days: 1));
        Assert.Equal(1, (await desk.Till.WithAsync((VisitQueries q) => q.FiguresAsync())).Expected);
        await desk.AsOwnerAsync(desk.Zhang, (InviteVisitors i) => Done(i.CancelAsync(cancelled)));

        Assert.Contains("已取消", await RefusalAsync(desk, (Gate g) => g.EnterAsync(cancelled, null)), StringComparison.Ordinal);
        Assert.Contains("还没到", await RefusalAsync(desk, (Gate g) => g.EnterAsync(early, null)), StringComparison.Ordinal);

        Assert.Equal([VisitState.Expected, VisitState.Cancelled], (await desk.Till.SeeAsync(db => db.Visits.Select(v => v.State).ToListAsync())).Order());
        Assert.Equal(0, (await desk.Till.WithAsync((VisitQueries q) => q.FiguresAsync())).Inside);
    }

    [Fact]
    public async Task Two_guards_who_scan_the_same_pass_let_one_visitor_in()
    {
        var desk = await PortalDesk.OpenAsync();
        var visit = await InviteAsync(desk);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            try
            {
                await desk.Till.WithAsync((Gate g) => g.EnterAsync(visit, null));
                return true;
            }
            catch (RuleViolation)
            {
                return false;
            }
        })));

        Assert.Single(outcomes, true);
    }

    [Fact]
    public async Task Somebody_on_the_watch_list_is_shown_and_enters_with_a_written_reason_only()
    {
        var desk = await PortalDesk.OpenAsync();
        var (manager, guard, owner) = (await desk.Desk.SignInAsync(Role.Manager), await desk.Desk.SignInAsync(Role.Guard), await desk.OwnerAsync(desk.Zhang));
        (string, string)[] entry = [("Input.RequestId", Guid.NewGuid().ToString()), ("Input.Community", desk.Till.Own.Community.Id.ToString()), ("Input.Plate", "沪C·8T667"), ("Input.Reason", "冲撞道闸")];
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(manager, "/Visitors/Settings/Watch?handler=Add", entry)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(manager, "/Visitors/Settings/Watch?handler=Add", entry)).Status);
        Assert.Equal(1, await desk.Till.SeeAsync(db => db.WatchEntries.CountAsync()));
        // A guard reads the list and does not write it: with an id of its own, so that the earlier entry hides nothing.
        entry[0] = ("Input.RequestId", Guid.NewGuid().ToString());
        await desk.PostAsync(guard, "/Visitors/Settings/Watch?handler=Add", entry);
        Assert.Equal(1, await desk.Till.SeeAsync(db => db.WatchEntries.CountAsync()));
        var visit = await InviteAsync(desk, plate: "沪c8t667");

        Assert.Contains("冲撞道闸", await desk.ReadAsync(guard, $"/Visitors/Details/{visit}"), StringComparison.Ordinal);
        Assert.DoesNotContain("冲撞道闸", await desk.ReadAsync(owner, $"/Portal/Visitors/Pass/{visit}"), StringComparison.Ordinal);
        var silent = await desk.PostAsync(guard, $"/Visitors/Details/{visit}?handler=Enter", ("WatchReason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.Status);
        Assert.Contains("请填写放行理由", silent.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(guard, $"/Visitors/Details/{visit}?handler=Enter", ("WatchReason", "业主到门口接"))).Status);

        Assert.Equal("业主到门口接", await desk.Till.SeeAsync(db => db.Visits.Select(v => v.WatchReason).SingleAsync()));
        await desk.Till.WithAsync(async (WatchList w) => await w.RemoveAsync((await w.ListAsync()).Rows[0].Id));
        Assert.Empty((await desk.Till.WithAsync((VisitQueries q) => q.DetailsAsync(visit))).Hits);
    }

    [Fact]
    public async Task A_walk_in_is_registered_once_and_the_guard_refuses_with_a_reason()
    {
        var desk = await PortalDesk.OpenAsync();
        var guard = await desk.Desk.SignInAsync(Role.Guard);
        (string, string)[] Form(string unit, string request) =>
            [("Input.RequestId", request), ("Input.Community", desk.Till.Own.Community.Id.ToString()), ("Input.Name", "钱先生"), ("Input.Unit", unit), ("Input.Purpose", "送货"), ("Input.People", "1")];
        var request = Guid.NewGuid().ToString();

        var unknown = await desk.PostAsync(guard, "/Visitors/New", Form("99-9-9999", request));
        Assert.Contains("没有房屋 99-9-9999", unknown.Text, StringComparison.Ordinal);
        Assert.Contains("请填写房号，或写明去哪里", (await desk.PostAsync(guard, "/Visitors/New", Form("", request))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(guard, "/Visitors/New", Form("3-2-1801", request))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(guard, "/Visitors/New", Form("3-2-1801", request))).Status);
        var visit = await desk.Till.SeeAsync(db => db.Visits.Select(v => v.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.PostAsync(guard, $"/Visitors/Details/{visit}?handler=Refuse", ("Reason", ""))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(guard, $"/Visitors/Details/{visit}?handler=Refuse", ("Reason", "住户没叫送货"))).Status);

        Assert.Contains("住户没叫送货", await desk.ReadAsync(guard, $"/Visitors/Details/{visit}"), StringComparison.Ordinal);
        Assert.Contains("钱先生", await desk.ReadAsync(guard, "/Visitors/Past"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suspicion_is_one_urgent_ticket_of_the_security_department_without_the_visitors_data()
    {
        var desk = await PortalDesk.OpenAsync();
        var guard = await desk.Desk.SignInAsync(Role.Guard);
        var visit = await InviteAsync(desk);

        await desk.PostAsync(guard, $"/Visitors/Details/{visit}?handler=Report");
        await desk.PostAsync(guard, $"/Visitors/Details/{visit}?handler=Report", ("What", "又点了一次"));
        await desk.PostAsync(guard, "/Visitors/Report", ("Input.RequestId", Guid.NewGuid().ToString()), ("Input.Community", desk.Till.Own.Community.Id.ToString()), ("Input.What", "有人翻墙"), ("Input.Place", "北墙"), ("Input.Danger", "true"));

        var tickets = await desk.Till.SeeAsync(db => db.Tickets.Include(t => t.Department).AsNoTracking().OrderBy(t => t.Number).ToListAsync());
        Assert.Equal([(TicketKind.Safety, Urgency.Urgent, "保安部"), (TicketKind.Safety, Urgency.Emergency, "保安部")], tickets.Select(t => (t.Kind, t.Urgency, t.Department!.Name)));
        Assert.DoesNotContain("王小明", tickets[0].What + tickets[0].Place + tickets[0].Contact, StringComparison.Ordinal);
        Assert.Equal("北墙", tickets[1].Place);
        Assert.Equal(tickets[0].Id, (await desk.Till.WithAsync((VisitQueries q) => q.DetailsAsync(visit))).ReportId);
        Assert.Contains($"/Work/Details/{tickets[0].Id}", await desk.ReadAsync(guard, $"/Visitors/Details/{visit}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_over_is_erased_after_the_days_that_the_community_has_set_and_not_before()
    {
        var desk = await PortalDesk.OpenAsync();
        var today = await desk.Till.SeeAsync(db => Task.FromResult(db.Current.Today(desk.Desk.Clock)));
        var (gone, waiting) = (await InviteAsync(desk), await InviteAsync(desk, days: 9));
        await desk.Till.WithAsync((Gate g) => g.EnterAsync(gone, null));
        await desk.Till.WithAsync((Gate g) => g.LeaveAsync(gone));
        await desk.Till.WithAsync((WatchList w) => w.AddAsync(desk.Till.Own.Community.Id, Guid.NewGuid(), new WatchFacts("钱广告", null, null, "张贴小广告", today.AddDays(3))));
        await desk.Till.WithAsync((VisitorKeeping k) => k.SetAsync(desk.Till.Own.Community.Id, 7));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((VisitorKeeping k) => k.SetAsync(desk.Till.Own.Community.Id, 0)));

        Task<int> Erase(int days) => desk.Till.WithAsync((VisitorKeeping k) => k.EraseAsync(today.AddDays(days)));
        Assert.Equal(0, await Erase(3));
        Assert.Equal(1, await Erase(4));
        Assert.Equal(0, await Erase(7));
        Assert.Equal(1, await Erase(8));
        Assert.Equal([waiting], await desk.Till.SeeAsync(db => db.Visits.Select(v => v.Id).ToListAsync()));
        Assert.Equal(0, await Erase(16));
        // Announced for the ninth day, never came: seven days later it goes as well.
        Assert.Equal(1, await Erase(18));
        Assert.Equal(0, await desk.Till.SeeAsync(db => db.WatchEntries.CountAsync()));
    }

    [Fact]
    public async Task An_owners_visitors_are_in_the_owners_copy_and_go_with_the_owners_data()
    {
        var desk = await PortalDesk.OpenAsync();
        var (own, inside, others) = (await InviteAsync(desk), await InviteAsync(desk), await InviteAsync(desk, owner: desk.Li));
        await desk.Till.WithAsync((Gate g) => g.EnterAsync(inside, null));

        var sheets = await desk.AsOwnerAsync(desk.Zhang, (OwnDataSheets s) => s.ListAsync());
        var rows = Assert.Single(sheets, s => s.Name == Texts.Of("访客")).Rows;
        Assert.Equal(2, rows.Count);
        Assert.All(rows, r => Assert.Contains("王小明", r));
        var request = await desk.AsOwnerAsync(desk.Zhang, (DataRequests r) => r.AskAsync(desk.Zhang.Id, DataRequestKind.Deletion, null));
        await desk.Till.WithAsync((DataRequests r) => r.DoneAsync(request, "已删除"));

        Assert.Equal(new[] { inside, others }.Order(), (await desk.Till.SeeAsync(db => db.Visits.Select(v => v.Id).ToListAsync())).Order());
        Assert.DoesNotContain(own, await desk.Till.SeeAsync(db => db.Visits.Select(v => v.Id).ToListAsync()));
    }

    [Fact]
    public async Task Others_find_no_visit_and_families_who_only_look_invite_nobody()
    {
        var desk = await PortalDesk.OpenAsync();
        var visit = await InviteAsync(desk);
        var code = await desk.Till.SeeAsync(db => db.Visits.Select(v => v.PassCode).SingleAsync());
        var (li, viewer) = (await desk.OwnerAsync(desk.Li), await desk.FamilyAsync(desk.Zhang, Role.FamilyViewer));

        Assert.Equal(HttpStatusCode.NotFound, await desk.StatusAsync(li, $"/Portal/Visitors/Pass/{visit}"));
        Assert.Equal(HttpStatusCode.NotFound, (await desk.PostAsync(li, $"/Portal/Visitors/Pass/{visit}?handler=Cancel")).Status);
        Assert.NotEqual(HttpStatusCode.OK, await desk.StatusAsync(viewer, "/Portal/Visitors/New"));
        Assert.Empty(await desk.Desk.In(desk.Desk.Foreign, (VisitQueries q) => q.FindAsync(code)));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Desk.In(desk.Desk.Foreign, async (Gate g) =>
        {
            await g.EnterAsync(visit, null);
            return true;
        }));
        var unit = await desk.Till.SeeAsync(db => db.Visits.Select(v => v.UnitId!.Value).SingleAsync());
        var now = desk.Desk.Clock.GetUtcNow();
        await Assert.ThrowsAsync<RuleViolation>(() => desk.AsOwnerAsync(desk.Li, (InviteVisitors i) => i.RunAsync(Guid.NewGuid(), unit, new VisitFacts("王小明", null, null, 1, null), new VisitWindow(now, now.AddHours(1)))));
    }

    private static Task<Guid> InviteAsync(PortalDesk desk, int days = 0, string? plate = null, Owner? owner = null) => desk.AsOwnerAsync(owner ?? desk.Zhang, async (InviteVisitors i) =>
    {
        var (who, now) = ((owner ?? desk.Zhang).Id, desk.Desk.Clock.GetUtcNow());
        var unit = await desk.Till.SeeAsync(db => db.Ownerships.Where(o => o.OwnerId == who).OrderBy(o => o.Unit.Code).Select(o => o.UnitId).FirstAsync());
        return await i.RunAsync(Guid.NewGuid(), unit, new VisitFacts("王小明", "13511112222", plate, 1, null), new VisitWindow(now.AddDays(days), now.AddDays(days).AddHours(1)));
    });

    private static async Task<string> RefusalAsync(PortalDesk desk, Func<Gate, Task> act) => (await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync(act))).Message;

    private static async Task<bool> Done(Task act)
    {
        await act;
        return true;
    }
}

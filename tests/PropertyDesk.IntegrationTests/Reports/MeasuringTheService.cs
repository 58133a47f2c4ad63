using System.Globalization;
using System.Web;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Reports;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Tickets;
using PropertyDesk.IntegrationTests.Tickets;

namespace PropertyDesk.IntegrationTests.Reports;

/// <summary>The service report counts what the tickets say, and each of its rows opens the tickets that it counts.</summary>
[Collection(nameof(TicketRig))]
public sealed class MeasuringTheService
{
    [Fact]
    public async Task Promises_kept_and_broken_scores_and_costs_are_those_of_the_tickets()
    {
        var rig = await TicketRig.OpenAsync();
        var start = rig.Desk.Clock.GetUtcNow();
        var (kept, late, open, cancelled) = (await rig.OpenTicketAsync(), await rig.OpenTicketAsync(), await rig.OpenTicketAsync(), await rig.OpenTicketAsync());
        rig.Desk.Clock.Advance(TimeSpan.FromMinutes(30));
        await rig.DeskDoes(cancelled, TicketVerb.Cancel, "打错了");
        await rig.AsWorker(kept, TicketVerb.Accept);
        await rig.AsWorker(kept, TicketVerb.Start);
        await rig.Desk.As(rig.Worker, Role.RepairWorker, (MoveTickets m) => m.DoAsync(kept, new TicketAct(TicketVerb.Finish, "换了", Parts: [new TicketPartPlan("阀芯", 2, Money.Exact(15m))])));
        await rig.AsOwner(rig.Till.Own.Li, async (MoveTickets m) => { await m.RateAsync(kept, 5, null); return true; });
        // Three days later the other two are past every promise.
        rig.Desk.Clock.Advance(TimeSpan.FromDays(3));
        await rig.BringToDoneAsync(late);
        await rig.AsDesk(async (MoveTickets m) => { await m.RateAsync(late, 1, null); return true; });

        var report = await ReportAsync(rig, start);

        var category = Assert.Single(Table(report, "按类别").Rows);
        Assert.Equal(["报修 · 水电维修", 4, 2, Third, Third], category.Cells.Take(5));
        Assert.Equal(new object?[] { decimal.Round((0.5m + 72.5m) / 2, 1), 0, new Share(0.5m), 3m, 1, Money.Exact(30m) }, category.Cells.Skip(5));
        Assert.Equal(category.Cells.Skip(1), Table(report, "按类别").Total!.Cells.Skip(1));
        var worker = Assert.Single(Table(report, "按处理人").Rows);
        Assert.Equal(2, worker.Cells[1]);
        var month = Assert.Single(Table(report, "按月").Rows, r => r.Cells[4] is > 0);
        Assert.Equal([Third, Third, new Share(0.5m), 4], month.Cells.Skip(1));
        Assert.Equal("09:00–09:59", Assert.Single(Table(report, "按时段").Rows).Cells[0]);
        Assert.NotEqual(TicketState.Done, (await rig.FindAsync(open)).State);
    }

    [Fact]
    public async Task What_comes_back_at_one_flat_is_shown_and_every_row_opens_its_tickets()
    {
        var rig = await TicketRig.OpenAsync();
        var start = rig.Desk.Clock.GetUtcNow();
        var unit = await rig.Desk.See(db => db.Ownerships.Where(o => o.OwnerId == rig.Till.Own.Li.Id).OrderBy(o => o.Unit.Code).Select(o => o.UnitId).FirstAsync());
        var complaints = await rig.Desk.See(db => db.TicketCategories.Where(c => c.Name == "投诉").Select(c => c.Id).SingleAsync());
        foreach (var category in new[] { rig.Plumbing.Id, rig.Plumbing.Id, rig.Plumbing.Id, complaints })
        {
            await rig.AsDesk((OpenTickets o) => o.RunAsync(new NewTicket(Guid.NewGuid(), rig.Till.Own.Community.Id, category, rig.Till.Own.Li.Id, unit, null, null, null, Urgency.Normal, TicketSource.Desk, "又漏水", [])));
        }

        await rig.OpenTicketAsync();
        var report = await ReportAsync(rig, start);

        var repeated = Assert.Single(Table(report, "同一房屋反复报修").Rows);
        Assert.Equal(("水电维修", 3, $"/Units/Details/{unit}"), (repeated.Cells[1], repeated.Cells[2], repeated.Link));
        Assert.Equal([4, 1], Table(report, "按类别").Rows.Select(r => r.Cells[1]));
        var rows = new[] { "按类别", "按小区", "按楼栋", "按月" }.SelectMany(t => Table(report, t).Rows.Select(r => (Count: (int)r.Cells[t == "按月" ? 4 : 1]!, r.Link))).ToList();
        Assert.Equal(5, rows.Count(r => r.Count > 0));
        foreach (var (count, link) in rows)
        {
            Assert.Equal(count, await CountAsync(rig, link!));
        }

        Assert.Empty(Table(await rig.Desk.In(rig.Desk.Foreign, (ServiceFigures f) => f.ReportAsync(Choice(rig, start))), "按类别").Rows);
    }

    [Fact]
    public async Task The_page_and_its_files_open_for_managers_and_for_nobody_at_the_desk()
    {
        var rig = await TicketRig.OpenAsync();
        await rig.OpenTicketAsync();
        var (manager, clerk) = (await rig.Desk.SignInAsync(Role.Manager), await rig.Desk.SignInAsync(Role.ServiceDesk));
        var company = $"/{rig.Desk.Company.Slug}";

        var page = await manager.GetStringAsync($"{company}/Reports/Service");
        var link = HttpUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(page, "href=\"([^\"]*/Tickets\\?shown=All[^\"]*category=[^\"]*)\"").Groups[1].Value);

        Assert.Contains("报表里的一组：1 张工单", await manager.GetStringAsync(link), StringComparison.Ordinal);
        foreach (var file in new[] { "xlsx", "pdf" })
        {
            Assert.True((await manager.GetByteArrayAsync($"{company}/reports/service.{file}")).Length > 2000);
        }

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await clerk.GetAsync($"{company}/Reports/Service")).StatusCode);
    }

    private static Share Third => new((decimal)1 / 3);

    private static FigureTable Table(FigureReport report, string title) => report.Tables.Single(t => t.Title == title);

    private static FigureChoice Choice(TicketRig rig, DateTimeOffset start) => new(DateOnly.FromDateTime(start.AddDays(-1).Date), DateOnly.FromDateTime(rig.Desk.Clock.GetUtcNow().AddDays(1).Date), null);

    private static Task<FigureReport> ReportAsync(TicketRig rig, DateTimeOffset start) => rig.Desk.In((ServiceFigures f) => f.ReportAsync(Choice(rig, start)));

    /// <summary>As many tickets as the address of a row shows.</summary>
    private static async Task<int> CountAsync(TicketRig rig, string link)
    {
        var asked = HttpUtility.ParseQueryString(link[(link.IndexOf('?', StringComparison.Ordinal) + 1)..]);
        Guid? Id(string name) => Guid.TryParse(asked[name], out var id) ? id : null;
        DateOnly? Day(string name) => DateOnly.TryParse(asked[name], CultureInfo.InvariantCulture, out var day) ? day : null;
        return (await rig.AsDesk((TicketQueries q) => q.QueueAsync(new QueueFilter(QueueShown.All, Community: Id("community")) { Behind = new TicketsBehind(Id("category"), Id("worker"), Id("building"), Day("from"), Day("to")) }))).Total;
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Home;
using PropertyDesk.Application.Patrols;
using PropertyDesk.Application.Reports;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Patrols;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.IntegrationTests.Patrols;

/// <summary>Stop by stop on the phone: what is well, what is wrong, and the ticket of it.</summary>
[Collection(nameof(PatrolRig))]
public sealed class WalkingPatrols
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task A_finding_clicked_twice_and_at_once_is_one_finding_with_one_ticket_of_its_place_and_photo()
    {
        var rig = await PatrolRig.OpenAsync();
        await rig.RouteAsync();
        rig.At(9);
        var (stops, form) = (await rig.StopsAsync(), Guid.NewGuid());
        NewFinding Asked() => new(form, stops[0], null, "道闸起落", "落杆慢", new NewFile("a.png", Png), OpensTicket: true);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => rig.AsGuard(w => w.FindAsync(Asked())))));
        await rig.AsGuard(w => w.FindAsync(Asked()));

        var finding = await rig.Desk.See(db => db.PatrolFindings.AsNoTracking().SingleAsync());
        var ticket = await rig.Desk.See(db => db.Tickets.AsNoTracking().Include(t => t.Category).SingleAsync());
        Assert.Equal((finding.TicketId, "北门", TicketKind.Safety, TicketSource.Patrol, TicketState.Assigned), (ticket.Id, ticket.Place, ticket.Kind, ticket.Source, ticket.State));
        Assert.Equal("治安消防", ticket.Category.Name);
        Assert.Equal("巡查“安全巡查”发现：道闸起落：落杆慢", ticket.What);
        Assert.Equal([finding.FileId!.Value], await rig.Desk.See(db => db.TicketPhotos.Select(p => p.FileId).ToListAsync()));
        Assert.Equal(1, await rig.Desk.See(db => db.StoredFiles.CountAsync()));
        Assert.Equal(1, (await rig.Desk.In((PatrolQueries q) => q.FindAsync(finding.PatrolId))).Row.DoneCount);
        Assert.Equal("安全巡查", (await rig.Desk.In((PatrolQueries q) => q.OfTicketAsync(ticket.Id)))?.Name);
    }

    [Fact]
    public async Task A_finding_without_a_ticket_gets_one_later_once_whoever_asks()
    {
        var rig = await PatrolRig.OpenAsync();
        await rig.RouteAsync();
        rig.At(9);
        var stops = await rig.StopsAsync();
        await rig.AsGuard(w => w.FindAsync(new NewFinding(Guid.NewGuid(), stops[0], null, null, "灯坏了", null, OpensTicket: false)));
        var (finding, filter) = (await rig.Desk.See(db => db.PatrolFindings.Select(f => f.Id).SingleAsync()), new PatrolFilter(rig.Today, rig.Today));
        Assert.Null((await rig.Desk.In((PatrolQueries q) => q.FindingsAsync(filter, open: true))).Rows.Single().Ticket);

        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => i % 2 == 0
            ? rig.Desk.As(rig.Guard, Role.Guard, (WalkPatrols w) => w.BecomeTicketAsync(finding)) : rig.Desk.In((WalkPatrols w) => w.BecomeTicketAsync(finding)))));

        var ticket = Assert.Single(made.Distinct());
        Assert.Equal(1, await rig.Desk.See(db => db.Tickets.CountAsync()));
        foreach (var verb in new[] { TicketVerb.Accept, TicketVerb.Start, TicketVerb.Finish })
        {
            await rig.Desk.In((MoveTickets m) => m.DoAsync(ticket, new TicketAct(verb, verb == TicketVerb.Finish ? "换了灯" : null)));
        }

        Assert.Empty((await rig.Desk.In((PatrolQueries q) => q.FindingsAsync(filter, open: true))).Rows);
        Assert.Equal(TicketState.Done, (await rig.Desk.In((PatrolQueries q) => q.FindingsAsync(filter, open: false))).Rows.Single().Ticket?.State);
    }

    [Fact]
    public async Task Only_those_on_duty_walk_a_patrol_and_only_they_and_the_desk_see_it()
    {
        var rig = await PatrolRig.OpenAsync();
        await rig.RouteAsync();
        rig.At(9);
        var (stops, patrol) = (await rig.StopsAsync(), await rig.Desk.See(db => db.Patrols.Select(p => p.Id).SingleAsync()));

        await Assert.ThrowsAsync<NotFoundException>(() => rig.AsGuard(w => w.PassAsync(stops[0], null), rig.Stranger));
        await Assert.ThrowsAsync<NotFoundException>(() => rig.Desk.As(Guid.NewGuid(), Role.ServiceDesk, (WalkPatrols w) => w.PassAsync(stops[0], null)));
        await Assert.ThrowsAsync<NotFoundException>(() => rig.Desk.As(rig.Stranger, Role.Guard, (PatrolQueries q) => q.FindAsync(patrol)));
        await Assert.ThrowsAsync<NotFoundException>(() => rig.Desk.In(rig.Desk.Foreign, (PatrolQueries q) => q.FindAsync(patrol)));
        Assert.False((await rig.Desk.As(Guid.NewGuid(), Role.ServiceDesk, (PatrolQueries q) => q.FindAsync(patrol))).MayWalk);
        Assert.Equal(0, (await rig.Desk.As(rig.Stranger, Role.Guard, (PatrolQueries q) => q.ListAsync(new PatrolFilter(rig.Today, rig.Today)))).Total);
        await rig.AsGuard(w => w.PassAsync(stops[0], null));
        await rig.Desk.As(Guid.NewGuid(), Role.Manager, (WalkPatrols w) => w.PassAsync(stops[1], null));

        Assert.Equal((2, true), await rig.Desk.See(db => db.Patrols.Select(p => new ValueTuple<int, bool>(p.DoneCount, p.FinishedAt != null)).SingleAsync()));
    }

    [Fact]
    public async Task A_label_leads_whoever_walks_to_the_patrol_of_now_and_proves_that_somebody_was_there()
    {
        var rig = await PatrolRig.OpenAsync();
        await rig.RouteAsync(mustScan: true);
        var labels = await rig.Desk.In((RouteQueries q) => q.LabelsAsync(null));
        Assert.Null((await rig.Desk.As(rig.Guard, Role.Guard, (PatrolQueries q) => q.ScanAsync(labels[0].Id))).PatrolId);
        rig.At(9);
        var (stops, patrol) = (await rig.StopsAsync(), await rig.Desk.See(db => db.Patrols.Select(p => (Guid?)p.Id).SingleAsync()));

        Assert.Equal(patrol, (await rig.Desk.As(rig.Guard, Role.Guard, (PatrolQueries q) => q.ScanAsync(labels[0].Id))).PatrolId);
        Assert.Null((await rig.Desk.As(rig.Stranger, Role.Guard, (PatrolQueries q) => q.ScanAsync(labels[0].Id))).PatrolId);
        await Assert.ThrowsAsync<NotFoundException>(() => rig.Desk.In(rig.Desk.Foreign, (PatrolQueries q) => q.ScanAsync(labels[0].Id)));
        await Assert.ThrowsAsync<RuleViolation>(() => rig.AsGuard(w => w.PassAsync(stops[0], null)));
        await rig.AsGuard(w => w.PassAsync(stops[0], labels[0].Id));
        Assert.True((await rig.Desk.In((PatrolQueries q) => q.FindAsync(patrol!.Value))).Stops[0].IsScanned);
    }

    [Fact]
    public async Task The_pages_walk_a_patrol_print_labels_and_count_what_was_kept()
    {
        var rig = await PatrolRig.OpenAsync();
        var manager = await rig.Desk.SignInAsync(Role.Manager);
        var (slug, day) = ($"/{rig.Desk.Company.Slug}", $"{rig.Today:yyyy-MM-dd}");
        Dictionary<string, string> Form(string name) => new()
        {
            ["Input.RequestId"] = Guid.NewGuid().ToString(),
            ["Input.Community"] = rig.Till.Own.Community.Id.ToString(),
            ["Input.Name"] = name,
            ["Input.Kind"] = "Hygiene",
            ["Input.Rhythm"] = "Daily",
            ["Input.Every"] = "1",
            ["Input.FirstOn"] = day,
            ["Input.From"] = "08:00",
            ["Input.To"] = "10:00",
            ["Input.Whom"] = rig.Security.ToString(),
            ["Input.Stops[0].Order"] = "2",
            ["Input.Stops[0].Place"] = "垃圾房",
            ["Input.Stops[0].Points"] = "满溢\n冲洗",
            ["Input.Stops[1].Order"] = "1",
            ["Input.Stops[1].Place"] = "大厅",
            ["Input.Stops[1].Points"] = "地面",
            ["Input.Stops[2].Order"] = "3",
        };
        var unsaid = Form("早间保洁");
        unsaid["Input.Stops[1].Points"] = "";
        var refused = await Desk.PostAsync(manager, slug + "/Patrols/Routes/Edit", slug + "/Patrols/Routes/Edit", unsaid);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("垃圾房", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await Desk.PostAsync(manager, slug + "/Patrols/Routes/Edit", slug + "/Patrols/Routes/Edit", Form("早间保洁"))).StatusCode);
        rig.At(9);
        // Three hours later the browser of before is logged out.
        manager = await rig.Desk.SignInAsync(Role.Manager);
        var patrol = await rig.Desk.See(db => db.Patrols.Select(p => p.Id).SingleAsync());
        var (stops, page) = (await rig.StopsAsync(), $"{slug}/Patrols/Details/{patrol}");
        Assert.Equal("大厅", await rig.Desk.See(db => db.PatrolStops.Where(s => s.Id == stops[0]).Select(s => s.Place).SingleAsync()));

        var silent = await Desk.PostAsync(manager, page, page + "?handler=Find", new() { ["Stop"] = stops[0].ToString(), ["RequestId"] = Guid.NewGuid().ToString(), ["Point"] = "地面", ["What"] = "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        await Desk.PostAsync(manager, page, page + "?handler=Pass", new() { ["Stop"] = stops[0].ToString() });
        await Desk.PostAsync(manager, page, page + "?handler=Find", new() { ["Stop"] = stops[1].ToString(), ["RequestId"] = Guid.NewGuid().ToString(), ["Point"] = "满溢", ["What"] = "桶满了", ["OpensTicket"] = "true" });

        var shown = WebUtility.HtmlDecode(await manager.GetStringAsync(page));
        Assert.Contains("按时完成", shown, StringComparison.Ordinal);
        Assert.Contains("GD-000001", shown, StringComparison.Ordinal);
        Assert.Contains("早间保洁", WebUtility.HtmlDecode(await manager.GetStringAsync($"{slug}/Tickets/Details/{await rig.Desk.See(db => db.Tickets.Select(t => t.Id).SingleAsync())}")), StringComparison.Ordinal);
        var (labels, workbook) = (await manager.GetByteArrayAsync(slug + "/patrols/labels.pdf"), await manager.GetByteArrayAsync(slug + "/reports/patrols.xlsx"));
        Assert.Equal("%PDF"u8, labels.AsSpan(0, 4));
        Assert.Equal("PK"u8, workbook.AsSpan(0, 2));
        foreach (var address in new[] { "/Patrols", "/Patrols/Mine", "/Patrols/Findings?open=false", "/Patrols/Figures", "/Patrols/Routes" })
        {
            Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync(slug + address)).StatusCode);
        }

        var guard = await rig.Desk.SignInAsync(Role.Guard);
        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden],
            await Task.WhenAll(new[] { "/Patrols/Mine", $"/Patrols/Details/{patrol}", "/Patrols/Routes", "/Patrols/Figures", "/patrols/labels.pdf" }.Select(async a => (await guard.GetAsync(slug + a)).StatusCode)));
    }

    [Fact]
    public async Task Figures_count_in_time_late_and_missed_and_the_findings_of_each_point()
    {
        var rig = await PatrolRig.OpenAsync();
        await rig.RouteAsync();
        foreach (var (day, hour) in new[] { (0, 9), (1, 11), (2, 0), (3, 9) })
        {
            rig.At(7, day);
            await rig.MakeAsync();
            if (hour > 0)
            {
                rig.At(hour, day);
                var stops = await rig.Desk.See(db => db.PatrolStops.Where(s => db.Patrols.Any(p => p.Id == s.PatrolId && p.Day == rig.Today.AddDays(day))).OrderBy(s => s.Number).Select(s => s.Id).ToListAsync());
                await rig.AsGuard(w => w.FindAsync(new NewFinding(Guid.NewGuid(), stops[0], null, "对讲", "没声音", null, OpensTicket: false)));
                await rig.AsGuard(w => w.PassAsync(stops[1], null));
            }
        }

        var counts = await rig.Desk.In((PatrolQueries q) => q.CountsAsync(new PatrolFilter(rig.Today, rig.Today.AddDays(3))));
        Assert.Equal(new PatrolCounts(4, 4, 2, 1, 0, 0, 3, 3), counts);
        var report = await rig.Desk.In((PatrolFigures f) => f.ReportAsync(new FigureChoice(rig.Today, rig.Today.AddDays(3), null)));
        Assert.Equal(["安全巡查", 4, 2, 1, 1, 3], report.Tables[0].Rows.Single().Cells.Where(c => c is string or int));
        Assert.Equal(["对讲", 3], report.Tables[4].Rows.Single().Cells);
        Assert.Equal(4, report.Tables[1].Rows.Count);
        Assert.Empty(await rig.Desk.In((WaitingWork w) => w.CountAsync([WaitingKind.Patrols])));
    }
}

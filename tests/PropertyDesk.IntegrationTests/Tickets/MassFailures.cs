using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Calls;
using PropertyDesk.Application.Home;
using PropertyDesk.Application.Incidents;
using PropertyDesk.Application.Notices;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Incidents;
using PropertyDesk.Domain.Notices;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.IntegrationTests.Tickets;

/// <summary>Many report the same: it is seen, entered once, answered with one text, announced by one notice, and ended as one.</summary>
[Collection(nameof(TicketRig))]
public sealed class MassFailures
{
    [Fact]
    public async Task Three_flats_of_a_riser_within_hours_are_proposed_as_one_failure_and_two_are_not()
    {
        var (rig, flats) = await RiserAsync();
        await ReportAsync(rig, flats[0]);
        await ReportAsync(rig, flats[1]);
        await ReportAsync(rig, flats[1]);
        Assert.Empty(await rig.AsDesk((IncidentSigns s) => s.FindAsync()));

        await ReportAsync(rig, flats[2]);

        var sign = Assert.Single(await rig.AsDesk((IncidentSigns s) => s.FindAsync()));
        Assert.Equal(("9栋 1单元 立管 01", 4, null), (sign.Place, sign.Tickets.Count, sign.Open));
        Assert.Equal([new Waiting(WaitingKind.Incidents, 1, 0)], await rig.AsDesk((WaitingWork w) => w.CountAsync([WaitingKind.Incidents])));
        Assert.Empty(await rig.Desk.As(rig.Worker, Role.RepairWorker, (IncidentSigns s) => s.FindAsync()));
        Assert.Empty(await rig.Desk.In(rig.Desk.Foreign, (IncidentSigns s) => s.FindAsync()));
        // Another flat of the house, not of the riser, makes it the entrance's; what is older is no sign any more.
        await ReportAsync(rig, flats[3]);
        Assert.Equal("9栋 1单元", Assert.Single(await rig.AsDesk((IncidentSigns s) => s.FindAsync())).Place);
        rig.Desk.Clock.Advance(IncidentSigns.Within + TimeSpan.FromMinutes(1));
        Assert.Empty(await rig.AsDesk((IncidentSigns s) => s.FindAsync()));
    }

    [Fact]
    public async Task New_tickets_of_the_place_and_kind_join_by_themselves_and_others_do_not()
    {
        var (rig, flats) = await RiserAsync();
        var first = await ReportAsync(rig, flats[0]);
        var incident = await OpenAsync(rig, flats[0], riser: "01", first);

        var joins = await ReportAsync(rig, flats[1]);
        var neighbour = await ReportAsync(rig, flats[3]);
        var other = await rig.Desk.See(db => db.TicketCategories.Where(c => c.Name == "投诉").Select(c => c.Id).SingleAsync());
        var complaint = await ReportAsync(rig, flats[2], other);

        Assert.Equal((incident, incident, null, null), ((await rig.FindAsync(first)).IncidentId, (await rig.FindAsync(joins)).IncidentId, (await rig.FindAsync(neighbour)).IncidentId, (await rig.FindAsync(complaint)).IncidentId));
        Assert.Contains(StepKind.Joined, (await rig.AsDesk((TicketQueries q) => q.FindAsync(joins))).Steps.Select(s => s.Kind));
        // By hand, in and out again.
        await rig.AsDesk(async (RunIncidents r) => { await r.JoinAsync(incident, [neighbour]); return true; });
        await Assert.ThrowsAsync<RuleViolation>(() => rig.AsDesk(async (RunIncidents r) => { await r.JoinAsync(incident, [neighbour]); return true; }));
        await rig.AsDesk(async (RunIncidents r) => { await r.LeaveAsync(neighbour); return true; });
        Assert.Null((await rig.FindAsync(neighbour)).IncidentId);
        await Assert.ThrowsAsync<RuleViolation>(() => rig.AsDesk(async (RunIncidents r) => { await r.LeaveAsync(neighbour); return true; }));
    }

    [Theory]
    [InlineData(true, TicketState.Done, "已完成，请确认")]
    [InlineData(false, TicketState.Closed, "已处理完")]
    public async Task Its_end_ends_every_open_ticket_whatever_state_it_is_in_and_tells_its_owner(bool ask, TicketState state, string told)
    {
        var (rig, flats) = await RiserAsync();
        var tickets = new List<Guid>();
        foreach (var flat in flats.Take(3))
        {
            tickets.Add(await ReportAsync(rig, flat));
        }

        var incident = await OpenAsync(rig, flats[0], "01", [.. tickets]);
        await rig.AsWorker(tickets[1], TicketVerb.Accept);
        await rig.AsWorker(tickets[1], TicketVerb.Wait, "等配件");
        await rig.DeskDoes(tickets[2], TicketVerb.Cancel, "报错了");

        await rig.AsDesk(async (EndIncidents e) => { await e.RunAsync(incident, "换了阀门", ask); return true; });

        foreach (var id in tickets.Take(2))
        {
            var details = await rig.AsDesk((TicketQueries q) => q.FindAsync(id));
            Assert.Equal((state, "换了阀门", true), (details.Row.State, details.Result, details.Row.ResolvedAt is not null && details.Row.RespondedAt is not null));
            Assert.Equal(state, TicketFlow.Replay(details.Steps.Where(s => s.Verb is not null).Select(s => s.Verb!.Value)));
        }

        Assert.Equal(TicketState.Cancelled, (await rig.FindAsync(tickets[2])).State);
        var messages = await rig.Desk.See(db => db.Deliveries.Where(d => d.Kind == DeliveryKind.Answer && d.Subject.Contains(told)).Select(d => d.OwnerId).Distinct().CountAsync());
        Assert.Equal(2, messages);
        var again = await Assert.ThrowsAsync<RuleViolation>(() => rig.AsDesk(async (EndIncidents e) => { await e.RunAsync(incident, "又一次", ask); return true; }));
        Assert.Equal("这次集中故障已经结束。", again.Message);
        // What comes afterwards is a ticket of its own.
        Assert.Null((await rig.FindAsync(await ReportAsync(rig, flats[0]))).IncidentId);
    }

    [Fact]
    public async Task Nobody_ends_a_ticket_with_a_failure_that_it_is_not_part_of()
    {
        var rig = await TicketRig.OpenAsync();
        var id = await rig.OpenTicketAsync();

        Assert.DoesNotContain(await rig.AsDesk(async (TicketQueries q) => (await q.FindAsync(id)).Verbs), TicketFlow.IsOfIncident);
        await Assert.ThrowsAsync<RuleViolation>(() => rig.DeskDoes(id, TicketVerb.CloseWithIncident, "没事了"));
        await Assert.ThrowsAsync<RuleViolation>(() => rig.AsWorker(id, TicketVerb.FinishWithIncident, "没事了"));
    }

    [Fact]
    public async Task Whoever_calls_from_the_place_is_known_to_call_about_it_and_who_lives_there_reads_it()
    {
        var (rig, flats) = await RiserAsync();
        var incident = await OpenAsync(rig, flats[0], "01");

        var known = await rig.AsDesk((CallPageQueries q) => q.KnownAsync("13900000002", null, null));
        var elsewhere = await rig.AsDesk((CallPageQueries q) => q.KnownAsync(null, "李娜", null));

        Assert.Equal((incident, "阀门坏了，正在换"), (Assert.Single(known.Incidents).Id, known.Incidents[0].Says));
        Assert.Empty(elsewhere.Incidents);
        Assert.Single(await rig.AsOwner(flats[2].Owner, (KnownIncidents k) => k.OfUnitsAsync([flats[2].Unit.Id])));
        Assert.Empty(await rig.AsOwner(flats[3].Owner, (KnownIncidents k) => k.OfUnitsAsync([flats[3].Unit.Id])));
    }

    [Fact]
    public async Task Its_notices_reach_those_who_live_there_one_for_the_failure_and_one_for_its_end()
    {
        var (rig, flats) = await RiserAsync();
        var incident = await OpenAsync(rig, flats[0], "01");
        var house = await OpenAsync(rig, flats[0], "");

        var draft = await rig.AsDesk((IncidentNotices n) => n.DraftAsync(incident));
        var ofHouse = await rig.AsDesk((IncidentNotices n) => n.DraftAsync(house));
        await Assert.ThrowsAsync<RuleViolation>(() => rig.AsDesk((IncidentNotices n) => n.DraftAsync(incident)));
        await rig.AsDesk(async (EndIncidents e) => { await e.RunAsync(incident, "换了阀门", ask: false); return true; });
        var end = await rig.AsDesk((IncidentNotices n) => n.DraftAsync(incident));

        var notices = await rig.Desk.See(db => db.Notices.AsNoTracking().Include(n => n.Versions).ToListAsync());
        var (first, second) = (notices.Single(n => n.Id == draft), notices.Single(n => n.Id == end));
        Assert.Equal((NoticeKind.Outage, NoticeState.Draft, "阀门坏了，正在换"), (first.Kind, first.State, first.Current.Body));
        Assert.Equal(flats.Take(3).Select(f => f.Owner.Id).Order(), first.Audience.Owners.Order());
        Assert.Equal([flats[0].Unit.BuildingId], notices.Single(n => n.Id == ofHouse).Audience.Buildings);
        Assert.Equal((NoticeKind.General, "停水：已恢复", "换了阀门"), (second.Kind, second.Title, second.Current.Body));
        Assert.Equal(3, await rig.Desk.See(db => db.Notices.CountAsync()));
        // A draft that is thrown away can be written anew.
        await rig.AsDesk(async (WriteNotices w) => { await w.DiscardAsync(end); return true; });
        Assert.NotEqual(end, await rig.AsDesk((IncidentNotices n) => n.DraftAsync(incident)));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_opens_one_and_a_wrong_one_says_what_is_wrong()
    {
        var (rig, flats) = await RiserAsync();
        var form = new NewIncident(Guid.NewGuid(), rig.Till.Own.Community.Id, rig.Plumbing.Id, flats[0].Unit.BuildingId, "1单元", "01", new IncidentSaying("停水", "正在抢修", null), []);

        var ids = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => rig.AsDesk((RunIncidents r) => r.OpenAsync(form))));

        Assert.Single(ids.Distinct());
        async Task<string?> FieldAsync(NewIncident wrong) => (await Assert.ThrowsAsync<RuleViolation>(() => rig.AsDesk((RunIncidents r) => r.OpenAsync(wrong with { RequestId = Guid.NewGuid() })))).Field;
        Assert.Equal("Riser", await FieldAsync(form with { Riser = "1" }));
        Assert.Equal("BuildingId", await FieldAsync(form with { BuildingId = null }));
        Assert.Equal("CategoryId", await FieldAsync(form with { CategoryId = Guid.NewGuid() }));
        Assert.Equal("ExpectedBy", await FieldAsync(form with { Saying = form.Saying with { ExpectedBy = new DateTime(2020, 1, 1) } }));
        await Assert.ThrowsAsync<NotFoundException>(() => rig.AsDesk((RunIncidents r) => r.OpenAsync(form with { RequestId = Guid.NewGuid(), TicketIds = [Guid.NewGuid()] })));
        Assert.Equal(1, await rig.Desk.See(db => db.Incidents.CountAsync()));
    }

    [Fact]
    public async Task The_pages_lead_from_the_sign_to_the_end()
    {
        var (rig, flats) = await RiserAsync();
        foreach (var flat in flats.Take(3))
        {
            await ReportAsync(rig, flat);
        }

        var clerk = await rig.Desk.SignInAsync(Role.ServiceDesk);
        var company = $"/{rig.Desk.Company.Slug}";
        var queue = await clerk.GetStringAsync($"{company}/Tickets");
        var address = WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(queue, "href=\"([^\"]*/Tickets/Incidents/New[^\"]*)\"").Groups[1].Value);
        var page = await clerk.GetStringAsync(address);
        Assert.Contains("value=\"9栋 1单元 立管 01 水电维修\"", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        var tickets = await rig.Desk.See(db => db.Tickets.Select(t => t.Id).ToListAsync());
        Dictionary<string, string> form = new()
        {
            ["RequestId"] = Guid.NewGuid().ToString(),
            ["CategoryId"] = rig.Plumbing.Id.ToString(),
            ["Where"] = $"{rig.Till.Own.Community.Id} {flats[0].Unit.BuildingId}",
            ["Entrance"] = "1单元",
            ["Riser"] = "01",
            ["Saying.Title"] = "停水",
            ["Saying.Says"] = "",
            ["TicketIds"] = tickets[0].ToString(),
        };
        var refused = await Desk.PostAsync(clerk, address, address, form);
        Assert.Contains("请写接听口径。", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        form["Saying.Says"] = "正在抢修";
        var opened = await Desk.PostAsync(clerk, address, address, form);
        var details = opened.Headers.Location!.ToString();
        var joined = await Desk.PostAsync(clerk, details, details + "?handler=Join", new() { ["TicketIds"] = tickets[1].ToString() });
        Assert.Equal(HttpStatusCode.Redirect, joined.StatusCode);
        Assert.Contains("正在抢修", await clerk.GetStringAsync($"{company}/Tickets/Details/{tickets[1]}"), StringComparison.Ordinal);
        Assert.Contains("正在发生的集中故障", await clerk.GetStringAsync($"{company}/Calls/New"), StringComparison.Ordinal);
        await Desk.PostAsync(clerk, details, details + "?handler=End", new() { ["Result"] = "换了阀门", ["Ask"] = "false" });
        Assert.Contains("换了阀门", await clerk.GetStringAsync(details), StringComparison.Ordinal);
        Assert.Equal((2, 1), await rig.Desk.See(async db => (await db.Tickets.CountAsync(t => t.State == TicketState.Closed), await db.Tickets.CountAsync(t => t.State != TicketState.Closed))));
    }

    private static Task<Guid> ReportAsync(TicketRig rig, Flat flat, Guid? category = null) => rig.AsDesk((OpenTickets o) => o.RunAsync(new NewTicket(
        Guid.NewGuid(), rig.Till.Own.Community.Id, category ?? rig.Plumbing.Id, flat.Owner.Id, flat.Unit.Id, null, null, null, Urgency.Normal, TicketSource.Telephone, "没水了", [])));

    private static Task<Guid> OpenAsync(TicketRig rig, Flat flat, string riser, params Guid[] tickets) => rig.AsDesk((RunIncidents r) => r.OpenAsync(new NewIncident(
        Guid.NewGuid(), rig.Till.Own.Community.Id, rig.Plumbing.Id, flat.Unit.BuildingId, riser.Length == 0 ? "" : "1单元", riser, new IncidentSaying("停水", "阀门坏了，正在换", null), tickets)));

    /// <summary>Three flats above each other, and one beside them, with an owner each.</summary>
    private static async Task<(TicketRig Rig, List<Flat> Flats)> RiserAsync()
    {
        var rig = await TicketRig.OpenAsync();
        var flats = await rig.Desk.See(async db =>
        {
            var community = await db.Communities.SingleAsync(c => c.Id == rig.Till.Own.Community.Id);
            var house = new Building(community, "9栋", 9);
            List<Flat> made = [.. new[] { "101", "201", "301", "102" }.Select((number, i) =>
            {
                var owner = new Owner(community, $"住户{number}");
                owner.SetContact($"1390000000{i + 1}", null);
                return new Flat(new Unit(house, "1单元", number, 80, UnitKind.Residential), owner);
            })];
            db.Add(house);
            foreach (var (unit, owner) in made)
            {
                db.AddRange(unit, owner, new Ownership(unit, owner, new DateOnly(2024, 1, 1)));
            }

            await db.SaveChangesAsync();
            return made;
        });
        return (rig, flats);
    }

    private sealed record Flat(Unit Unit, Owner Owner);
}

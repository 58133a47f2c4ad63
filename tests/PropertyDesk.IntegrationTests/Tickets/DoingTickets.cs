using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.IntegrationTests.Tickets;

/// <summary>From the call to the score: who may do what, the clocks, the history, and what happens at once.</summary>
[Collection(nameof(TicketRig))]
public sealed class DoingTickets
{
    [Fact]
    public async Task The_desk_dials_the_owner_from_the_ticket_once_the_number_was_asked_for()
    {
        var rig = await TicketRig.OpenAsync();
        var clerk = await rig.Desk.SignInAsync(Role.ServiceDesk);
        var page = $"/{rig.Desk.Company.Slug}/Tickets/Details/{await rig.OpenTicketAsync(owner: rig.Till.Own.Zhang)}";

        var masked = await clerk.GetStringAsync(page);
        var clear = await (await Desk.PostAsync(clerk, page, page + "?handler=Reveal", [])).Content.ReadAsStringAsync();

        Assert.DoesNotContain("13812341234", masked, StringComparison.Ordinal);
        Assert.Contains("138****1234", masked, StringComparison.Ordinal);
        Assert.Contains("href=\"tel:13812341234\"", clear, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repair_goes_from_the_call_to_the_score_and_its_history_explains_its_state()
    {
        var rig = await TicketRig.OpenAsync();
        var id = await rig.OpenTicketAsync();
        Assert.Equal((TicketState.Assigned, "维修部"), ((await rig.FindAsync(id)).State, (await rig.FindAsync(id)).Whom));

        await rig.AsWorker(id, TicketVerb.Accept);
        await rig.AsWorker(id, TicketVerb.SetOff);
        await rig.AsWorker(id, TicketVerb.Start);
        await rig.Desk.As(rig.Worker, Role.RepairWorker, (MoveTickets m) => m.DoAsync(id, new TicketAct(TicketVerb.Finish, "已换管", Parts: [new TicketPartPlan("PPR 管", 2.5m, Money.Exact(12.33m)), new TicketPartPlan("人工", 1, Money.Exact(50m))])));
        await rig.AsOwner(rig.Till.Own.Li, async (MoveTickets m) => { await m.DoAsync(id, new TicketAct(TicketVerb.Confirm)); return true; });
        await rig.AsOwner(rig.Till.Own.Li, async (MoveTickets m) => { await m.RateAsync(id, 5, "很快"); return true; });
        await rig.DeskDoes(id, TicketVerb.Close);

        var details = await rig.AsDesk((TicketQueries q) => q.FindAsync(id));
        Assert.Equal((TicketState.Closed, 5, Money.Exact(30.83m + 50m)), (details.Row.State, details.Row.Score, details.Cost)); // 2.5 × 12.33 = 30.825
        Assert.Equal(TicketState.Closed, TicketFlow.Replay(details.Steps.Where(s => s.Verb is not null).Select(s => s.Verb!.Value)));
        Assert.Equal(Enumerable.Range(1, details.Steps.Count), details.Steps.Select(s => s.Number));
        Assert.Equal(rig.Worker, (await rig.FindAsync(id)).WorkerId);
    }

    [Fact]
    public async Task Who_may_see_and_do_what_is_decided_on_the_server()
    {
        var rig = await TicketRig.OpenAsync();
        var id = await rig.OpenTicketAsync();

        // Not of the department.
        await Assert.ThrowsAsync<NotFoundException>(() => rig.AsWorker(id, TicketVerb.Accept, worker: rig.Other));
        Assert.Empty((await rig.Desk.As(rig.Other, Role.RepairWorker, (TicketQueries q) => q.MineAsync())).Open);
        Assert.Single((await rig.Desk.As(rig.Worker, Role.RepairWorker, (TicketQueries q) => q.MineAsync())).Open);
        // A worker neither assigns nor closes.
        await Assert.ThrowsAsync<RuleViolation>(() => rig.AsWorker(id, TicketVerb.Cancel, "不想做"));
        await rig.AsWorker(id, TicketVerb.Accept);
        // Another owner sees nothing; the own one sees it and cannot say that it is done.
        await Assert.ThrowsAsync<NotFoundException>(() => rig.AsOwner(rig.Till.Own.Zhang, (TicketQueries q) => q.FindMineAsync(id)));
        await Assert.ThrowsAsync<NotFoundException>(() => rig.AsOwner(rig.Till.Own.Zhang, async (MoveTickets m) => { await m.UrgeAsync(id, null); return true; }));
        await Assert.ThrowsAsync<RuleViolation>(() => rig.AsOwner(rig.Till.Own.Li, async (MoveTickets m) => { await m.DoAsync(id, new TicketAct(TicketVerb.Finish, "好了")); return true; }));
        await rig.AsDesk(async (MoveTickets m) => { await m.RemarkAsync(id, "业主脾气急"); return true; });
        var seen = await rig.AsOwner(rig.Till.Own.Li, (TicketQueries q) => q.FindMineAsync(id));
        Assert.Empty(seen.Verbs);
        Assert.DoesNotContain(seen.Steps, s => s.Text == "业主脾气急");
        // A worker who lives here asks for the own home as any owner.
        Assert.Equal([TicketVerb.Confirm, TicketVerb.Reopen], await OfNeighbourAsync(rig));
        // Another company has none.
        Assert.Equal(0, (await rig.Desk.In(rig.Desk.Foreign, (TicketQueries q) => q.QueueAsync(new QueueFilter(QueueShown.All)))).Total);
    }

    [Fact]
    public async Task The_clocks_run_in_working_time_rest_while_it_waits_and_tell_once()
    {
        var rig = await TicketRig.OpenAsync();
        await rig.Desk.In((TicketSettings s) => s.SetWeekAsync([.. Enumerable.Range(1, 5).Select(d => ((DayOfWeek)d, new TimeOnly(9, 0), new TimeOnly(18, 0)))]));
        var start = rig.Desk.Clock.GetUtcNow();
        var id = await rig.OpenTicketAsync();
        var ticket = await rig.FindAsync(id);
        Assert.Equal((start.AddMinutes(60), start.AddHours(9)), (ticket.RespondBy, ticket.ResolveBy));

        rig.Desk.Clock.Advance(TimeSpan.FromMinutes(40));
        await LookAsync(rig);
        await LookAsync(rig);
        Assert.Equal([StepKind.Warned], await ClockStepsAsync(rig, id));
        rig.Desk.Clock.Advance(TimeSpan.FromMinutes(30));
        await LookAsync(rig);
        await LookAsync(rig);
        Assert.Equal([StepKind.Warned, StepKind.Escalated], await ClockStepsAsync(rig, id));
        Assert.Equal(id, Assert.Single((await rig.AsDesk((TicketQueries q) => q.QueueAsync(new QueueFilter(QueueShown.Late)))).Rows).Id);

        await rig.AsWorker(id, TicketVerb.Accept);
        await rig.AsWorker(id, TicketVerb.Wait, "等配件");
        Assert.Equal((null, 540 - 70), ((await rig.FindAsync(id)).ResolveBy, (await rig.FindAsync(id)).PausedMinutes));
        rig.Desk.Clock.Advance(TimeSpan.FromDays(3));
        await LookAsync(rig);
        Assert.Equal(2, (await ClockStepsAsync(rig, id)).Count);
        await rig.AsWorker(id, TicketVerb.Resume);
        // Thursday 10:10, and 470 minutes are left: 18:00 and no more.
        Assert.Equal(start.AddDays(3).AddHours(9), (await rig.FindAsync(id)).ResolveBy);
    }

    [Fact]
    public async Task Of_several_who_take_it_at_once_one_does_and_a_form_sent_twice_opens_one()
    {
        var rig = await TicketRig.OpenAsync();
        var request = Guid.NewGuid();
        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => rig.OpenTicketAsync(request: request))));
        Assert.Single(opened.Distinct());
        var others = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => rig.OpenTicketAsync())));
        Assert.Equal(5, await rig.Desk.See(db => db.Tickets.Select(t => t.Number).Distinct().CountAsync()));

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => rig.AsWorker(others[0], TicketVerb.Accept)))));
        Assert.Equal(3, taken.Count(e => e is RuleViolation));
        Assert.Equal(1, await rig.Desk.See(db => db.TicketSteps.CountAsync(s => s.TicketId == others[0] && s.Verb == TicketVerb.Accept)));
    }

    [Fact]
    public async Task A_complaint_is_opened_again_and_a_low_score_waits_until_somebody_looked_into_it()
    {
        var rig = await TicketRig.OpenAsync();
        var id = await rig.OpenTicketAsync();
        await rig.AsOwner(rig.Till.Own.Li, async (MoveTickets m) => { await m.UrgeAsync(id, "快点"); return true; });
        await rig.BringToDoneAsync(id);
        await Assert.ThrowsAsync<RuleViolation>(() => rig.AsOwner(rig.Till.Own.Li, async (MoveTickets m) => { await m.UrgeAsync(id, null); return true; }));
        await Assert.ThrowsAsync<RuleViolation>(() => rig.AsOwner(rig.Till.Own.Li, async (MoveTickets m) => { await m.DoAsync(id, new TicketAct(TicketVerb.Reopen)); return true; }));
        await rig.AsOwner(rig.Till.Own.Li, async (MoveTickets m) => { await m.DoAsync(id, new TicketAct(TicketVerb.Reopen, "还在漏")); return true; });
        Assert.Equal((TicketState.New, 1, null), ((await rig.FindAsync(id)).State, (await rig.FindAsync(id)).Rounds, (await rig.FindAsync(id)).WorkerId));
        await rig.DeskDoes(id, TicketVerb.Assign, to: rig.Worker);
        await rig.BringToDoneAsync(id);

        await rig.AsDesk(async (MoveTickets m) => { await m.RateAsync(id, 1, "来晚了"); return true; });
        await Assert.ThrowsAsync<RuleViolation>(() => rig.AsDesk(async (MoveTickets m) => { await m.RateAsync(id, 5, null); return true; }));
        Assert.Equal(1, (await rig.AsDesk((TicketQueries q) => q.FiguresAsync())).Unsettled);
        await rig.AsDesk(async (MoveTickets m) => { await m.SettleAsync(id, "经理已致歉"); return true; });
        Assert.Equal(0, (await rig.AsDesk((TicketQueries q) => q.FiguresAsync())).Unsettled);
    }

    [Fact]
    public async Task An_emergency_is_told_to_everybody_on_duty_until_somebody_takes_it_on()
    {
        var rig = await TicketRig.OpenAsync();
        var id = await rig.OpenTicketAsync(Urgency.Emergency);
        var (worker, collector) = (await rig.Desk.SignInAsync(Role.RepairWorker), await rig.Desk.SignInAsync(Role.ServiceDesk));
        var alarms = $"/{rig.Desk.Company.Slug}/tickets/alarms";
        foreach (var browser in new[] { worker, collector })
        {
            Assert.Contains("水管爆了", WebUtility.HtmlDecode(await browser.GetStringAsync(alarms)), StringComparison.Ordinal);
        }

        await rig.AsWorker(id, TicketVerb.Accept);
        Assert.DoesNotContain("水管爆了", WebUtility.HtmlDecode(await worker.GetStringAsync(alarms)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_done_on_the_pages_by_the_desk_the_worker_and_the_owner()
    {
        var rig = await TicketRig.OpenAsync();
        var slug = rig.Desk.Company.Slug;
        var clerk = await rig.Desk.SignInAsync(Role.ServiceDesk);
        var form = $"/{slug}/Tickets/New?ownerId={rig.Till.Own.Li.Id}";
        using var refused = await Desk.PostAsync(clerk, form, form, new() { ["Input.RequestId"] = $"{Guid.NewGuid()}", ["Input.CategoryId"] = $"{rig.Plumbing.Id}", ["Input.What"] = "" });
        Assert.Contains("请写明情况", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using var opened = await Desk.PostAsync(clerk, form, form, new() { ["Input.RequestId"] = $"{Guid.NewGuid()}", ["Input.CategoryId"] = $"{rig.Plumbing.Id}", ["Input.What"] = "漏水", ["Input.Place"] = "厨房", ["Input.Source"] = "Telephone", ["Input.Urgency"] = "Normal" });
        var id = Guid.Parse(opened.Headers.Location!.OriginalString.Split('/')[^1]);

        var page = $"/{slug}/Tickets/Details/{id}";
        using var assigned = await Desk.PostAsync(clerk, page, page + "?handler=Do", new() { ["Verb"] = "Transfer", ["To"] = $"{rig.Worker}" });
        Assert.Equal(HttpStatusCode.Redirect, assigned.StatusCode);
        await rig.AsWorker(id, TicketVerb.Accept);
        await rig.AsWorker(id, TicketVerb.Start);
        using var mistyped = await Desk.PostAsync(clerk, page, page + "?handler=Do", new() { ["Verb"] = "Finish", ["Text"] = "换了龙头", ["Parts[0].Name"] = "水龙头", ["Parts[0].Quantity"] = "1根", ["Parts[0].Price"] = "35" });
        var kept = WebUtility.HtmlDecode(await mistyped.Content.ReadAsStringAsync());
        Assert.All(["换了龙头</textarea>", "value=\"水龙头\"", "value=\"1根\"", "value=\"35\""], typed => Assert.Contains(typed, kept, StringComparison.Ordinal));
        using var done = await Desk.PostAsync(clerk, page, page + "?handler=Do", new() { ["Verb"] = "Finish", ["Text"] = "已修好", ["Parts[0].Name"] = "水龙头", ["Parts[0].Quantity"] = "1", ["Parts[0].Price"] = "35" });
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);

        var owner = await rig.Desk.SignInAsync(user => Membership.OfOwner(rig.Till.Own.Li, user));
        var own = $"/{slug}/Portal/Tickets/Details/{id}";
        Assert.Contains("已修好", WebUtility.HtmlDecode(await owner.GetStringAsync(own)), StringComparison.Ordinal);
        using var confirmed = await Desk.PostAsync(owner, own, own + "?handler=Do", new() { ["Verb"] = "Confirm" });
        using var rated = await Desk.PostAsync(owner, own, own + "?handler=Rate", new() { ["Score"] = "4" });
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (confirmed.StatusCode, rated.StatusCode));
        Assert.Equal((TicketState.Confirmed, 4), ((await rig.FindAsync(id)).State, (await rig.FindAsync(id)).Score));
        var stranger = await rig.Desk.SignInAsync(user => Membership.OfOwner(rig.Till.Own.Zhang, user));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(own)).StatusCode);
    }

    private static async Task<IReadOnlyList<TicketVerb>> OfNeighbourAsync(TicketRig rig)
    {
        var id = await rig.OpenTicketAsync(owner: rig.Till.Own.Zhang);
        await rig.BringToDoneAsync(id);
        await using var scope = rig.Desk.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCompany>().Enter(
            rig.Desk.Company, rig.Other, "周师傅", [Membership.OfStaff(rig.Desk.Company, rig.Other, Role.RepairWorker), Membership.OfOwner(rig.Till.Own.Zhang, rig.Other)], [rig.Till.Own.Community.Id]);
        var move = scope.ServiceProvider.GetRequiredService<MoveTickets>();
        var verbs = (await scope.ServiceProvider.GetRequiredService<TicketQueries>().FindMineAsync(id)).Verbs;
        await move.DoAsync(id, new TicketAct(TicketVerb.Confirm));
        return verbs;
    }

    private static Task LookAsync(TicketRig rig) => rig.Desk.In(async (TicketClocks c) => await c.RunAsync());

    private static Task<List<StepKind>> ClockStepsAsync(TicketRig rig, Guid id) =>
        rig.Desk.See(db => db.TicketSteps.Where(s => s.TicketId == id && (s.Kind == StepKind.Warned || s.Kind == StepKind.Escalated)).OrderBy(s => s.Number).Select(s => s.Kind).ToListAsync());
}

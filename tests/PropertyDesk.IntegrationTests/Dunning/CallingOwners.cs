using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Dunning;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Dunning;

namespace PropertyDesk.IntegrationTests.Dunning;

/// <summary>The call list: who is on it, who has whom, and what is recorded.</summary>
[Collection(nameof(DunningRig))]
public sealed class CallingOwners
{
    [Fact]
    public async Task Collectors_who_ask_at_once_never_get_one_owner_twice()
    {
        var rig = await DunningRig.OpenAsync();
        await rig.RunAsync(-4, 15);

        var got = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => rig.Desk.As(Guid.NewGuid(), Role.Collector, (CallList l) => l.NextAsync()))));

        Assert.Equal(new[] { rig.Zhang.Id, rig.Li.Id }.Order(), got.OfType<Guid>().Order());
    }

    [Fact]
    public async Task A_claim_ends_after_a_quarter_of_an_hour_and_keeps_others_away_until_then()
    {
        var rig = await DunningRig.OpenAsync();
        await rig.RunAsync(-4, 15);
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        var contact = (await rig.CallsAsync()).Single(c => c.OwnerId == rig.Li.Id).ContactId;
        await rig.Desk.As(first, Role.Collector, (CallList l) => l.ClaimAsync(contact));

        await Assert.ThrowsAsync<RuleViolation>(() => rig.Desk.As(second, Role.Collector, (CallList l) => l.ClaimAsync(contact)));
        await Assert.ThrowsAsync<RuleViolation>(() => rig.Desk.As(second, Role.Collector, (RecordContact r) => r.RunAsync(rig.Li.Id, new(Guid.NewGuid(), CallOutcome.Refused, []))));
        Assert.Equal(rig.Li.Id, await rig.Desk.As(first, Role.Collector, (CallList l) => l.ClaimAsync(contact)));

        rig.Desk.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(rig.Li.Id, await rig.Desk.As(second, Role.Collector, (CallList l) => l.ClaimAsync(contact)));
    }

    [Fact]
    public async Task Who_was_not_reached_is_called_tomorrow_and_who_said_a_day_on_that_day()
    {
        var rig = await DunningRig.OpenAsync();
        await rig.RunAsync(-4, 15);
        await rig.Desk.In((RecordContact r) => r.RunAsync(rig.Li.Id, new(Guid.NewGuid(), CallOutcome.NoAnswer, [])));
        await rig.Desk.In((RecordContact r) => r.RunAsync(rig.Zhang.Id, new(Guid.NewGuid(), CallOutcome.CallBack, [], Again: rig.Due.AddDays(17))));
        Assert.Empty(await rig.CallsAsync());

        rig.GoTo(16);
        Assert.Equal([rig.Li.Id], (await rig.CallsAsync()).Select(c => c.OwnerId));
        rig.GoTo(17);
        // What was agreed comes first.
        Assert.Equal([rig.Zhang.Id, rig.Li.Id], (await rig.CallsAsync()).Select(c => c.OwnerId));
    }

    [Fact]
    public async Task The_form_sent_twice_is_one_call()
    {
        var rig = await DunningRig.OpenAsync();
        await rig.RunAsync(-4, 15);
        var report = new ContactReport(Guid.NewGuid(), CallOutcome.NoAnswer, await rig.BillsAsync(rig.Li), ArrearsReason.Hardship);

        await rig.Desk.In((RecordContact r) => r.RunAsync(rig.Li.Id, report));
        await rig.Desk.In((RecordContact r) => r.RunAsync(rig.Li.Id, report));

        Assert.Equal((1, 2), await rig.Till.SeeAsync(async db => (await db.DunningCalls.CountAsync(), await db.ArrearsNotes.CountAsync())));
    }

    [Fact]
    public async Task Reasons_are_counted_by_the_last_that_was_heard()
    {
        var rig = await DunningRig.OpenAsync();
        await rig.RunAsync(-4, 15);
        var bills = await rig.BillsAsync(rig.Li);
        await rig.Desk.In((RecordContact r) => r.RunAsync(rig.Li.Id, new(Guid.NewGuid(), CallOutcome.NoAnswer, bills, ArrearsReason.Forgot)));
        rig.Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await rig.Desk.In((RecordContact r) => r.RunAsync(rig.Li.Id, new(Guid.NewGuid(), CallOutcome.NoAnswer, [bills[0]], ArrearsReason.Other, "在国外")));

        var report = await rig.Desk.In((ArrearsReasons a) => a.ReportAsync(null));

        Assert.Equal(new Money(163_040), report.Total.Open);
        Assert.All(report.Cuts, cut => Assert.Equal(report.Total.Open, Money.Sum(cut.Groups.Select(g => g.Open))));
        Assert.Equal([("忘记缴费", 1), ("其他", 1), ("未登记", 4)], report.Cuts[0].Groups.Select(g => (g.Name, g.Bills)));
        Assert.Equal(["1–30 天"], report.Cuts[1].Groups.Select(g => g.Name));
        Assert.Equal(["物业费", "水费", "垃圾费"], report.Cuts[3].Groups.Select(g => g.Name));
    }

    [Fact]
    public async Task Leads_from_the_list_through_the_call_to_the_next_owner()
    {
        var rig = await DunningRig.OpenAsync();
        await rig.RunAsync(-4, 15);
        var collector = await rig.Desk.SignInAsync(Role.Collector);
        var slug = "/" + rig.Desk.Company.Slug;

        var list = WebUtility.HtmlDecode(await collector.GetStringAsync($"{slug}/Dunning"));
        var called = await Desk.PostAsync(collector, $"{slug}/Dunning", $"{slug}/Dunning?handler=Next", []);
        var page = called.Headers.Location!.ToString();
        var owner = WebUtility.HtmlDecode(await collector.GetStringAsync(page));
        var clear = await (await Desk.PostAsync(collector, page, page + "?handler=Reveal", [])).Content.ReadAsStringAsync();
        var wrong = await Desk.PostAsync(collector, page, page, new() { ["Input.RequestId"] = Guid.NewGuid().ToString(), ["Input.Outcome"] = "Promised", ["Input.PromiseUntil"] = "", ["Input.Note"] = "周末付", ["Input.Bills"] = (await rig.BillsAsync(rig.Zhang))[0].ToString() });
        var again = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync());
        var next = await Desk.PostAsync(collector, page, page + "?handler=Next", new() { ["Input.RequestId"] = Guid.NewGuid().ToString(), ["Input.Outcome"] = "Refused", ["Input.Reason"] = "ServiceDispute", ["Input.Bills"] = (await rig.BillsAsync(rig.Zhang))[0].ToString() });

        Assert.Contains("¥1,113.60", list, StringComparison.Ordinal);
        Assert.Contains("138****1234", list, StringComparison.Ordinal);
        Assert.DoesNotContain("13812341234", list + owner, StringComparison.Ordinal);
        Assert.Contains("还有 ¥1,113.60 未缴", owner, StringComparison.Ordinal);
        Assert.Contains("tel:13812341234", clear, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("请填写承诺付款的日期。", again, StringComparison.Ordinal);
        Assert.Contains("周末付", again, StringComparison.Ordinal);
        Assert.EndsWith(rig.Li.Id.ToString(), next.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(ArrearsReason.ServiceDispute, await rig.Till.SeeAsync(db => db.ArrearsNotes.Select(n => n.Reason).SingleAsync()));
    }

    [Fact]
    public async Task The_ladder_is_changed_on_its_page_tried_and_refused_at_the_field()
    {
        var rig = await DunningRig.OpenAsync();
        rig.GoTo(7);
        var manager = await rig.Desk.SignInAsync(Role.Manager);
        var page = $"/{rig.Desk.Company.Slug}/Dunning/Settings?community={rig.Till.Own.Community.Id}";
        Dictionary<string, string> Form(string days) => new()
        {
            ["Rungs[0].Kind"] = "Overdue",
            ["Rungs[0].Days"] = "3",
            ["Rungs[0].Minimum"] = "600",
            ["Rungs[0].IsOn"] = "true",
            ["Rungs[1].Kind"] = "",
            ["Rungs[1].Days"] = "",
            ["Rungs[1].Minimum"] = "",
            ["Rungs[2].Kind"] = "Call",
            ["Rungs[2].Days"] = days,
            ["Rungs[2].Minimum"] = "",
            ["Rungs[2].IsOn"] = "true",
            ["PromiseDays"] = "7",
            ["LetterDays"] = "15",
        };

        var preview = WebUtility.HtmlDecode(await (await Desk.PostAsync(manager, page, page + "&handler=Preview", Form("9"))).Content.ReadAsStringAsync());
        var refused = await Desk.PostAsync(manager, page, page, Form("3"));
        var saved = await Desk.PostAsync(manager, page, page, Form("9"));

        // Only 张伟 owes six hundred.
        Assert.Contains("¥1,113.60", preview, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Matches("data-valmsg-for=\"Rungs\\[1\\].Days\"[^>]*>同一天不能有两步", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var (own, company) = (await rig.Desk.In((DunningLadders l) => l.OfAsync(rig.Till.Own.Community.Id)), await rig.Desk.In((DunningLadders l) => l.FindAsync(null)));
        Assert.Equal([(DunningKind.Overdue, 3, 60_000L), (DunningKind.Call, 9, 0L)], own.Rungs.Select(r => (r.Kind, r.Days, r.MinimumFen)));
        Assert.Equal((7, 15), (own.PromiseDays, own.LetterDays));
        Assert.Equal(DunningRig.Rungs, company.Rungs);
    }
}

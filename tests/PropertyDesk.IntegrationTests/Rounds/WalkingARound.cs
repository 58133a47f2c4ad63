using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Rounds;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Rounds;
using PropertyDesk.IntegrationTests.Payments;
using UglyToad.PdfPig;

namespace PropertyDesk.IntegrationTests.Rounds;

/// <summary>From papers that wait to the last door, on a phone; the messages follow.</summary>
public sealed class WalkingARound
{
    [Fact]
    public async Task Goes_from_door_to_door_and_what_failed_waits_for_the_next_round()
    {
        var till = await Till.OpenAsync();
        var phone = await till.Desk.SignInAsync(Role.ServiceDesk);
        var slug = "/" + till.Desk.Company.Slug;
        var started = await Desk.PostAsync(phone, $"{slug}/Rounds", $"{slug}/Rounds", new() { ["Community"] = till.Own.Community.Id.ToString(), ["Title"] = "五月账单" });
        var round = Guid.Parse(started.Headers.Location!.ToString()[^36..]);
        var stops = (await till.WithAsync((RoundQueries q) => q.FindAsync(round))).Stops;
        var at = stops[0].Id;
        foreach (var state in new[] { "Delivered", "NobodyHome", "Refused" })
        {
            var page = $"{slug}/Rounds/Stop/{at}";
            var answer = await Desk.PostAsync(phone, page, page, new() { ["State"] = state, ["Note"] = state == "Refused" ? "说金额不对" : "" });
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            var to = answer.Headers.Location!.ToString();
            at = Guid.Parse(to[^36..]);
        }

        Assert.Equal(round, at);
        // Each household gets the bills of both months.
        Assert.Equal([("3-2-1801", 2), ("3-2-1802", 2), ("3-2-1803", 2)], stops.Select(s => (s.Unit, s.Papers)));
        var messages = await till.SeeAsync(db => db.Deliveries.OrderBy(d => d.UnitCode).Select(d => new { d.UnitCode, d.State, d.Reason }).ToListAsync());
        Assert.Equal(
            ["Delivered ", "Delivered ", "Failed 无人在家", "Failed 无人在家", "Failed 拒收：说金额不对", "Failed 拒收：说金额不对"], messages.Select(m => $"{m.State} {m.Reason}"));
        var next = await till.WithAsync((PrintRounds r) => r.StartAsync(till.Own.Community.Id, null, "再送"));
        Assert.Equal(["3-2-1802", "3-2-1803"], (await till.WithAsync((RoundQueries q) => q.FindAsync(next))).Stops.Select(s => s.Unit));
    }

    [Fact]
    public async Task A_paper_is_in_one_round_only_whoever_starts_at_once()
    {
        var till = await Till.OpenAsync();

        var started = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            try
            {
                return await till.WithAsync((PrintRounds r) => r.StartAsync(till.Own.Community.Id, null, "送达"));
            }
            catch (RuleViolation)
            {
                return (Guid?)null;
            }
        })));

        Assert.Single(started.OfType<Guid>());
        Assert.Equal(6, await till.SeeAsync(db => db.RoundPapers.CountAsync()));
    }

    [Fact]
    public async Task Two_phones_at_one_door_are_heard_once_and_a_contradiction_is_told()
    {
        var till = await Till.OpenAsync();
        var round = await till.WithAsync((PrintRounds r) => r.StartAsync(till.Own.Community.Id, null, "送达"));
        var stop = (await till.WithAsync((RoundQueries q) => q.FindAsync(round))).Stops[0].Id;

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => till.WithAsync((PrintRounds r) => r.RecordAsync(stop, StopState.Delivered, null)))));
        await Assert.ThrowsAsync<RuleViolation>(() => till.WithAsync((PrintRounds r) => r.RecordAsync(stop, StopState.NobodyHome, null)));

        Assert.Equal(2, await till.SeeAsync(db => db.DeliveryEvents.CountAsync(e => e.Kind == DeliveryEventKind.Delivered)));
        Assert.Equal(StopState.Delivered, await till.SeeAsync(db => db.RoundStops.Where(s => s.Id == stop).Select(s => s.State).SingleAsync()));
    }

    [Fact]
    public async Task Prints_the_bills_in_walking_order_and_a_sheet_to_tick()
    {
        var till = await Till.OpenAsync();
        var run = await till.SeeAsync(db => db.BillRuns.OrderBy(r => r.Period).Select(r => r.Id).FirstAsync());
        var round = await till.WithAsync((PrintRounds r) => r.StartAsync(till.Own.Community.Id, run, "三月账单"));
        var desk = await till.Desk.SignInAsync(Role.ServiceDesk);

        using var bills = PdfDocument.Open(await desk.GetByteArrayAsync($"/{till.Desk.Company.Slug}/rounds/{round}/bills.pdf?building={Uri.EscapeDataString("3栋")}"));
        using var sheet = PdfDocument.Open(await desk.GetByteArrayAsync($"/{till.Desk.Company.Slug}/rounds/{round}/sheet.pdf"));

        Assert.True(bills.TryGetBookmarks(out var marks));
        Assert.Equal(["3-2-1801 张伟", "3-2-1802 张伟", "3-2-1803 李娜"], marks.Roots.SelectMany(r => r.Children).Select(c => c.Title));
        var text = string.Concat(sheet.GetPages().Select(p => p.Text)).Replace(" ", "", StringComparison.Ordinal);
        Assert.All(new[] { "送达签收单", "3-2-1801", "3-2-1803", "李娜", "无人在家", "共3户" }, part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_that_waits_is_told_where_the_round_is_started()
    {
        var till = await Till.OpenAsync();
        await till.WithAsync((PrintRounds r) => r.StartAsync(till.Own.Community.Id, null, "送达"));

        var rule = await Assert.ThrowsAsync<RuleViolation>(() => till.WithAsync((PrintRounds r) => r.StartAsync(till.Own.Community.Id, null, "送达")));
        Assert.Equal("没有等待纸质送达的账单。", rule.Key);
        await Assert.ThrowsAsync<NotFoundException>(() => till.WithAsync((PrintRounds r) => r.StartAsync(till.Foreign.Community.Id, null, "送达")));
    }
}

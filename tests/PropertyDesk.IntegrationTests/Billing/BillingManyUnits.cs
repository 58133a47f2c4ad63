using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Ledger;

namespace PropertyDesk.IntegrationTests.Billing;

/// <summary>A large community takes more rows, not more commands, and its month passes through in parts.</summary>
public sealed class BillingManyUnits
{
    [Fact]
    public async Task Takes_as_many_commands_for_60_units_as_for_10()
    {
        var (few, many) = (await CountAsync(10), await CountAsync(60));

        Assert.All(few, count => Assert.InRange(count.Value, 1, 60));
        Assert.Equal(few, many);
    }

    [Fact]
    public async Task Comes_to_the_same_in_several_parts()
    {
        const int units = 2_001; // one more than a part holds
        var desk = await Desk.OpenAsync();
        var community = await ManyUnits.AddAsync(desk, units);
        var draft = await desk.In((BillRuns r) => r.DraftAsync(community, ManyUnits.Month));
        await desk.In((BillPublishing p) => p.PublishAsync(draft.RunId));

        Assert.Equal((units, 3 * units), (draft.BillCount, draft.LineCount));
        var numbers = await desk.See(db => db.Bills.OrderBy(b => b.Number).Select(b => b.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, units).Select(n => "202505-" + n.ToString("00000", CultureInfo.InvariantCulture)), numbers);

        // The common meter is divided once for all parts: 100 × 2.80.
        Assert.Equal(280_00, await desk.See(db => db.BillLines.Where(l => l.ItemName == "楼道照明").SumAsync(l => l.Amount.Fen)));
        Assert.Equal(units, await desk.See(db => db.Deliveries.CountAsync()));
        await PostsAsBillByBillAsync(desk, draft.RunId);
    }

    private static async Task PostsAsBillByBillAsync(Desk desk, Guid runId)
    {
        var bills = await desk.See(db => db.Bills.AsNoTracking().Include(b => b.Lines).Include(b => b.Credits).Where(b => b.BillRunId == runId).ToListAsync());
        var stored = await desk.See(db => db.JournalEntries.AsNoTracking().Include(e => e.Lines).ToListAsync());
        Assert.Equal(
            bills.SelectMany(b => Lines(LedgerPosting.BillPublished(b, b.Lines, b.Credits, b.IssuedOn!.Value, DateTimeOffset.UnixEpoch))).Order(StringComparer.Ordinal),
            stored.SelectMany(Lines).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Lines(JournalEntry entry) =>
        entry.Lines.Select(l => $"{entry.SourceId} {entry.Kind} {entry.Date:O} {l.Account} {l.OwnerId} {l.BillId} {l.Amount}");

    // Draft, what the page of the draft asks for, and publishing.
    private static async Task<Dictionary<string, int>> CountAsync(int units)
    {
        var desk = await Desk.OpenAsync();
        var community = await ManyUnits.AddAsync(desk, units);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["draft"] = await CommandCount.OfAsync(desk, () => desk.In((BillRuns r) => r.DraftAsync(community, ManyUnits.Month))),
        };
        var run = await desk.See(db => db.BillRuns.Select(r => r.Id).SingleAsync());
        var client = await desk.SignInAsync(Role.Manager);
        var page = $"/{desk.Company.Slug}/billruns/details/{run}";
        counts["page"] = await CommandCount.OfAsync(desk, async () => Assert.Contains("多户小区", System.Net.WebUtility.HtmlDecode(await client.GetStringAsync(page)), StringComparison.Ordinal));
        counts["recompute"] = await CommandCount.OfAsync(desk, () => desk.In((BillRuns r) => r.RecomputeAsync(run)));
        counts["publish"] = await CommandCount.OfAsync(desk, () => desk.In((BillPublishing p) => p.PublishAsync(run)));
        Assert.Equal(units, await desk.See(db => db.Bills.CountAsync(b => b.IssuedOn != null)));
        return counts;
    }
}

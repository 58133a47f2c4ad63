using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.IntegrationTests.Billing;

/// <summary>May 2025 on the clean workbook. The totals were computed from the file by other means than this program.</summary>
public sealed class BillingAMonth
{
    private static readonly BillingMonth May = new(2025, 5);

    [Fact]
    public async Task Comes_to_the_totals_of_the_workbook()
    {
        var desk = await Desk.OpenAsync();
        var draft = await DraftAsync(desk);

        var totals = await desk.See(db => db.BillLines.GroupBy(l => l.ItemName).Select(g => new { g.Key, Fen = g.Sum(l => l.Amount.Fen) }).ToDictionaryAsync(g => g.Key, g => g.Fen));
        Assert.Equal(198_425_71, totals["物业费"]);
        Assert.Equal(45_497_07, totals["水费"]);
        Assert.Equal(154_988_33, totals["电费"]);
        Assert.Equal(53_280_00, totals["停车费"]);
        Assert.Equal(5_184_00, totals["生活垃圾费"]);
        Assert.Equal(18_448_24, totals["电梯及楼道照明"]);
        Assert.Equal(5_409_79, totals["园区路灯"]);
        Assert.Equal(660, draft.BillCount);
        Assert.Equal(0, await desk.See(db => db.BillOmissions.CountAsync()));
    }

    [Fact]
    public async Task Honours_the_price_change_of_16_May_for_every_flat()
    {
        var desk = await Desk.OpenAsync();
        await DraftAsync(desk);

        var lines = await desk.See(db => db.BillLines.Where(l => l.ItemName == "物业费" && l.Bill.Unit.Kind == UnitKind.Residential)
            .Select(l => new { l.Amount, l.Bill.Unit.BillingArea, l.Working }).ToListAsync());
        Assert.Equal(648, lines.Count);
        Assert.All(lines, l => Assert.Equal(Money.Round(l.BillingArea * ((2.80m * 15) + (2.95m * 16)) / 31), l.Amount));
        Assert.All(lines, l => Assert.Equal(l.Amount, LineWorking.FromJson(l.Working).Recompute()));
    }

    [Fact]
    public async Task Exists_once_however_often_it_is_made()
    {
        var desk = await Desk.OpenAsync();
        var (community, _, _) = await desk.ImportAsync("jinxiu-messy.xlsx");

        var runs = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => desk.In((BillRuns r) => r.DraftAsync(community, May)))));

        Assert.Single(runs.Select(r => r.RunId).Distinct());
        Assert.Single(runs, r => r.IsNew);
        var once = Assert.Single(await desk.See(db => db.BillRuns.AsNoTracking().ToListAsync()));
        Assert.Equal(once.BillCount, await desk.See(db => db.Bills.CountAsync()));
        var again = await desk.In((BillRuns r) => r.RecomputeAsync(once.Id));
        Assert.Equal((once.BillCount, once.Total), (again.BillCount, again.Total));
    }

    [Fact]
    public async Task Keeps_its_price_when_the_tariff_changes_later()
    {
        var desk = await Desk.OpenAsync();
        var draft = await DraftAsync(desk);
        await desk.In((BillPublishing p) => p.PublishAsync(draft.RunId));
        var before = await TotalAsync(desk);

        await desk.In(async (DeskDbContext db) =>
        {
            var tariff = await db.Tariffs.Include(t => t.Versions).SingleAsync(t => t.ChargeItem.Name == "物业费" && t.Scope == TariffScope.Residential);
            db.Add(tariff.AddVersion(new DateOnly(2025, 6, 1), 3.50m, null, "元/㎡·月"));
            await db.SaveChangesAsync();
        });

        Assert.Equal(before, await TotalAsync(desk));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.In((BillRuns r) => r.RecomputeAsync(draft.RunId)));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.In((BillRuns r) => r.DiscardAsync(draft.RunId)));
    }

    [Fact]
    public async Task Posts_balanced_entries_and_announces_every_bill_when_published()
    {
        var desk = await Desk.OpenAsync();
        var draft = await DraftAsync(desk);
        await desk.In((BillPublishing p) => p.PublishAsync(draft.RunId));

        Assert.Equal(660, await desk.See(db => db.Deliveries.CountAsync()));
        Assert.All(await desk.See(db => db.Bills.AsNoTracking().ToListAsync()), b => Assert.Equal(new DateOnly(2025, 6, 21), b.DueOn));
        Assert.True((await desk.In((LedgerAudit a) => a.RunAsync())).IsSound);
        await Assert.ThrowsAsync<RuleViolation>(() => desk.In((BillPublishing p) => p.PublishAsync(draft.RunId)));
    }

    [Fact]
    public async Task Leaves_out_what_it_cannot_compute_and_says_why()
    {
        var desk = await Desk.OpenAsync();
        var (community, _, _) = await desk.ImportAsync("jinxiu-messy.xlsx");
        await desk.In((BillRuns r) => r.DraftAsync(community, May));

        var omissions = await desk.See(db => db.BillOmissions.Where(o => o.ItemName == "水费").ToListAsync());
        Assert.NotEmpty(omissions);
        Assert.All(omissions, o => Assert.Equal(OmissionReason.NoReading, o.Reason));
    }

    private static async Task<DraftResult> DraftAsync(Desk desk)
    {
        var (community, _, _) = await desk.ImportAsync("cuihu-garden.xlsx");
        return await desk.In((BillRuns runs) => runs.DraftAsync(community, May));
    }

    private static Task<long> TotalAsync(Desk desk) => desk.See(db => db.BillLines.SumAsync(l => l.Amount.Fen));
}

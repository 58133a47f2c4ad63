using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.IntegrationTests.Billing;

/// <summary>The way of a draft to published bills: sealed, compared, approved, building by building.</summary>
public sealed class SealingRuns
{
    /// <summary>
    /// The seal of the messy workbook's May: the same on every database, every day. It changes only when what a bill says
    /// changes, such as the form of a working; then say why in the commit.
    /// </summary>
    private const string MaySeal = "4419aa023fdee08a933d73dd640b49426dd541bef9d0febef54fb63350aae52c";

    private static readonly BillingMonth May = new(2025, 5);

    [Fact]
    public async Task The_same_facts_give_the_same_seal_in_any_database()
    {
        var desk = await Desk.OpenAsync();
        var own = await SealAsync(desk, desk.Company);
        var foreign = await SealAsync(desk, desk.Foreign);

        Assert.Equal(own, foreign);
        Assert.Equal(MaySeal, own);
    }

    [Fact]
    public async Task A_changed_fen_breaks_the_seal_and_a_correction_does_not()
    {
        var (desk, run) = await DraftAsync();
        await desk.In((BillPublishing p) => p.PublishAsync(run));
        Assert.True(await desk.In((RunSeals s) => s.VerifyAsync(run)));

        var line = await desk.See(db => db.BillLines.Where(l => l.Bill.BillRunId == run && l.Amount.Fen > 1).Select(l => l.Id).FirstAsync());
        await desk.See(db => db.BillLines.Where(l => l.Id == line).ExecuteUpdateAsync(l => l.SetProperty(x => x.Amount.Fen, x => x.Amount.Fen - 1).SetProperty(x => x.Outstanding.Fen, x => x.Outstanding.Fen - 1)));

        Assert.False(await desk.In((RunSeals s) => s.VerifyAsync(run)));
    }

    [Fact]
    public async Task Recomputing_from_the_same_facts_changes_nothing()
    {
        var (desk, run) = await DraftAsync();
        var before = await SealOfAsync(desk, run);

        await desk.In((BillRuns r) => r.RecomputeAsync(run));

        Assert.Equal(before, await SealOfAsync(desk, run));
    }

    [Fact]
    public async Task Where_asked_for_another_person_approves_before_publishing()
    {
        var (desk, run) = await DraftAsync();
        var (maker, checker) = (Guid.NewGuid(), Guid.NewGuid());
        await desk.In(async (RunApprovals a) => await a.RequireAsync(await desk.See(db => db.Communities.Select(c => c.Id).SingleAsync()), required: true));

        await Assert.ThrowsAsync<RuleViolation>(() => desk.In((BillPublishing p) => p.PublishAsync(run)));
        await desk.As(maker, Role.Finance, (RunApprovals a) => a.SubmitAsync(run));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.As(maker, Role.Finance, (RunApprovals a) => a.ApproveAsync(run)));
        await desk.As(checker, Role.Manager, (RunApprovals a) => a.ApproveAsync(run));
        await desk.In((BillRuns r) => r.RecomputeAsync(run)); // what was approved is no more
        await Assert.ThrowsAsync<RuleViolation>(() => desk.In((BillPublishing p) => p.PublishAsync(run)));
        await desk.As(maker, Role.Finance, (RunApprovals a) => a.SubmitAsync(run));
        await desk.As(checker, Role.Manager, (RunApprovals a) => a.ApproveAsync(run));
        await desk.In((BillPublishing p) => p.PublishAsync(run));

        Assert.Equal(BillRunState.Published, (await desk.In((BillRunQueries q) => q.FindAsync(run))).State);
    }

    [Fact]
    public async Task Some_buildings_go_out_first_and_the_rest_can_still_be_computed_again()
    {
        var (desk, run) = await DraftAsync();
        var all = await desk.In((BillRunQueries q) => q.FindAsync(run));
        var before = await desk.In((BillRunQueries q) => q.OverviewAsync(all));
        var published = await PublishAsync(desk, run, before.Buildings[1].Id);

        await desk.In((BillRuns r) => r.RecomputeAsync(run));
        var between = await desk.In((BillRunQueries q) => q.FindAsync(run));
        var after = await desk.In((BillRunQueries q) => q.OverviewAsync(between));
        Assert.Equal(before.Items, after.Items);
        Assert.Equal(before.Buildings.Select((b, i) => b with { Published = i == 1 ? b.Bills : 0 }), after.Buildings);
        await Assert.ThrowsAsync<RuleViolation>(() => desk.In((BillRuns r) => r.DiscardAsync(run)));
        Assert.Equal(published, await desk.See(db => db.Bills.Where(b => b.BillRunId == run && b.IssuedOn != null).OrderBy(b => b.Number).Select(b => b.Id).ToListAsync()));
        await desk.In((BillPublishing p) => p.PublishAsync(run));

        Assert.Equal((BillRunState.PartlyPublished, all.BillCount, all.Total), (between.State, between.BillCount, between.Total));
        var numbers = await desk.See(db => db.Bills.Where(b => b.BillRunId == run).OrderBy(b => b.Number).Select(b => b.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, all.BillCount).Select(n => $"202505-{n:00000}"), numbers);
        Assert.True((await desk.In((LedgerAudit a) => a.RunAsync())).IsSound);
        Assert.True(await desk.In((RunSeals s) => s.VerifyAsync(run)));
    }

    [Fact]
    public async Task The_month_before_is_compared_and_each_difference_has_its_reason()
    {
        var (desk, april) = await DraftAsync(new(2025, 4));
        await desk.In((BillPublishing p) => p.PublishAsync(april));
        var community = await desk.See(db => db.Communities.Select(c => c.Id).SingleAsync());
        var may = await desk.In((BillRuns r) => r.DraftAsync(community, May));
        var run = await desk.In((BillRunQueries q) => q.FindAsync(may.RunId));

        var page = await desk.In((RunChanges c) => c.PageAsync(run, null, 1));

        Assert.NotEmpty(page.Rows);
        Assert.All(page.Rows, unit => Assert.Equal(unit.Difference, Money.Sum(unit.Items.Select(i => i.Difference))));
        Assert.All(page.Rows.SelectMany(u => u.Items), item => Assert.NotEmpty(item.Reasons));
        var items = page.Rows.SelectMany(u => u.Items).ToLookup(i => i.Item, i => i.Reasons);
        Assert.All(items["水费"], reasons => Assert.Contains(reasons, r => r is ChangeReason.NewCharge or ChangeReason.Reading));
    }

    [Fact]
    public async Task A_unit_that_moves_out_is_billed_to_the_day_and_the_monthly_run_passes_over_it()
    {
        var (desk, _) = await DraftAsync(new(2025, 4));
        var unit = await desk.See(db => db.Bills.Where(b => b.Total.Fen > 0).OrderBy(b => b.Number).Select(b => new { b.UnitId, b.CommunityId }).FirstAsync());

        var out15 = Assert.Single(await desk.In((BillRuns r) => r.DraftUnitAsync(unit.UnitId, [May], new DateOnly(2025, 5, 15))));
        await desk.In((BillPublishing p) => p.PublishAsync(out15.RunId));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.In((BillRuns r) => r.DraftUnitAsync(unit.UnitId, [May], null)));
        var monthly = await desk.In((BillRuns r) => r.DraftAsync(unit.CommunityId, May));

        Assert.True(out15.Total > Money.Zero);
        Assert.Empty(await desk.See(db => db.Bills.Where(b => b.BillRunId == monthly.RunId && b.UnitId == unit.UnitId).ToListAsync()));
    }

    private static async Task<(Desk Desk, Guid Run)> DraftAsync(BillingMonth? month = null)
    {
        var desk = await Desk.OpenAsync();
        var (community, _, _) = await desk.ImportAsync("jinxiu-messy.xlsx");
        return (desk, (await desk.In((BillRuns r) => r.DraftAsync(community, month ?? May))).RunId);
    }

    private static async Task<string> SealAsync(Desk desk, Company company)
    {
        var (community, _, _) = await desk.ImportAsync("jinxiu-messy.xlsx", company);
        var draft = await desk.In(company, (BillRuns r) => r.DraftAsync(community, May));
        return await desk.In(company, (DeskDbContext db) => db.BillRuns.Where(r => r.Id == draft.RunId).Select(r => r.Seal).SingleAsync());
    }

    private static Task<string> SealOfAsync(Desk desk, Guid run) => desk.See(db => db.BillRuns.Where(r => r.Id == run).Select(r => r.Seal).SingleAsync());

    private static async Task<List<Guid>> PublishAsync(Desk desk, Guid run, Guid building)
    {
        await desk.In((BillPublishing p) => p.PublishAsync(run, [building]));
        return await desk.See(db => db.Bills.Where(b => b.BillRunId == run && b.IssuedOn != null).OrderBy(b => b.Number).Select(b => b.Id).ToListAsync());
    }
}

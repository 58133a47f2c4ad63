using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Reports;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Reports;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Reports;

/// <summary>The stored sums: written with what they sum up, merged beside it, and made anew to the same.</summary>
public sealed class KeepingTheSums
{
    /// <summary>Each makes a sum wrong in another way.</summary>
    private static readonly Func<IQueryable<BillSum>, Task<int>>[] Spoils =
    [
        sums => sums.ExecuteUpdateAsync(set => set.SetProperty(s => s.Billed.Fen, s => s.Billed.Fen + 1)),
        // What is open stays the same.
        sums => sums.ExecuteUpdateAsync(set => set.SetProperty(s => s.Billed.Fen, s => s.Billed.Fen + 1).SetProperty(s => s.Collected.Fen, s => s.Collected.Fen + 1)),
        sums => sums.ExecuteUpdateAsync(set => set.SetProperty(s => s.Posted.Fen, s => s.Posted.Fen - 1)),
        sums => sums.ExecuteUpdateAsync(set => set.SetProperty(s => s.On, s => s.On.AddMonths(1))),
        sums => sums.ExecuteUpdateAsync(set => set.SetProperty(s => s.DueOn, s => s.DueOn!.Value.AddDays(1))),
        sums => sums.ExecuteUpdateAsync(set => set.SetProperty(s => s.OpenBills, s => s.OpenBills + 1)),
        sums => sums.ExecuteUpdateAsync(set => set.SetProperty(s => s.Households, s => s.Households - 1)),
        sums => sums.ExecuteUpdateAsync(set => set.SetProperty(s => s.HouseholdsPaid, s => s.HouseholdsPaid + 1)),
    ];

    [Fact]
    public async Task Merging_loses_nothing_beside_what_is_booked_and_leaves_one_sum_of_each()
    {
        var till = await Till.OpenAsync();
        var requests = new List<Application.Payments.PaymentRequest>();
        foreach (var owner in new[] { till.Own.Zhang, till.Own.Li })
        {
            requests.Add(await till.AskAsync(owner));
        }

        await Task.WhenAll([.. requests.Select(r => (Task)till.TakeAsync(r)), .. Enumerable.Range(0, 4).Select(_ => till.WithAsync((MergeBillSums m) => m.RunAsync()))]);

        Assert.Empty((await till.AuditAsync()).Broken);
        await till.WithAsync((MergeBillSums m) => m.RunAsync());
        var sums = await AllAsync(till);
        Assert.DoesNotContain(sums, s => s.Grain == SumGrain.Loose);
        Assert.All(Enum.GetValues<SumGrain>().Except([SumGrain.Loose]), grain => Assert.Contains(sums, s => s.Grain == grain));
        Assert.All(sums, s => Assert.Equal(BillSum.KeyOf(s.Grain, s), s.Id));
        Assert.Empty((await till.AuditAsync()).Broken);

        var collected = await till.SeeAsync(db => db.Allocations.SumAsync(a => a.Amount.Fen));
        Assert.True(collected > 0);
        Assert.All(sums.GroupBy(s => s.Grain), grain => Assert.Equal(collected, grain.Sum(s => s.Collected.Fen)));
    }

    [Fact]
    public async Task Made_anew_they_are_what_they_were()
    {
        var till = await Till.OpenAsync();
        await till.TakeAsync(await till.AskAsync(till.Own.Zhang));
        await till.WithAsync((MergeBillSums m) => m.RunAsync());
        var before = Print(await AllAsync(till));

        await till.TakeAsync(await till.AskAsync(till.Own.Li));
        await till.WithAsync((MergeBillSums m) => m.RebuildAsync());
        var anew = Print(await AllAsync(till));
        await till.WithAsync((MergeBillSums m) => m.RunAsync());

        Assert.NotEqual(before, anew);
        Assert.Equal(anew, Print(await AllAsync(till)));
        Assert.Empty((await till.AuditAsync()).Broken);
    }

    [Fact]
    public async Task A_wrong_sum_is_an_alarm_and_is_mended_by_the_rows()
    {
        var till = await Till.OpenAsync();
        await till.WithAsync((MergeBillSums m) => m.RunAsync());
        var right = Print(await AllAsync(till));
        foreach (var grain in Enum.GetValues<SumGrain>().Except([SumGrain.Loose]))
        {
            foreach (var spoil in Spoils)
            {
                Assert.Equal(1, await till.SeeAsync(db => spoil(db.BillSums.Where(s => s.Id == db.BillSums.Where(x => x.Grain == grain && x.Billed.Fen > 0).OrderBy(x => x.Id).Select(x => x.Id).First()))));
                Assert.Equal("报表汇总等于逐笔明细", Assert.Single((await till.AuditAsync()).Broken).Law);

                await till.WithAsync((MergeBillSums m) => m.RebuildAsync());
                Assert.Empty((await till.AuditAsync()).Broken);
                Assert.Equal(right, Print(await AllAsync(till)));
            }
        }
    }

    /// <summary>Each pays what the other does not see yet; whoever comes second has to count what the first one did.</summary>
    [Fact]
    public async Task Two_who_pay_the_bills_of_one_household_at_once_are_one_household_that_paid()
    {
        for (var round = 0; round < 6; round++)
        {
            var till = await Till.OpenAsync();
            var (zhang, li) = (till.Own.Zhang, till.Own.Li);
            var flat = await till.SeeAsync(db => db.Bills.Where(b => b.OwnerId == zhang.Id).OrderBy(b => b.Id).Select(b => new { b.UnitId, b.BuildingId, b.UnitKind }).FirstAsync());
            await till.SeeAsync(db => db.Bills.Where(b => b.OwnerId == li.Id).ExecuteUpdateAsync(
                set => set.SetProperty(b => b.UnitId, flat.UnitId).SetProperty(b => b.BuildingId, flat.BuildingId).SetProperty(b => b.UnitKind, flat.UnitKind)));
            await till.WithAsync((MergeBillSums m) => m.RebuildAsync());
            var before = await CountsAsync(till);

            // The desk may say no to one of two that get in each other's way; the clerk asks again.
            var requests = new[] { await till.AskAsync(zhang), await till.AskAsync(li) };
            var answers = await Task.WhenAll(requests.Select(r => Task.Run(() => till.TryTakeAsync(r))));
            foreach (var request in requests.Where((_, i) => answers[i].Contains("刷新", StringComparison.Ordinal)))
            {
                await till.TakeAsync(request with { RequestId = Guid.NewGuid() });
            }

            var after = await CountsAsync(till);
            Assert.Empty((await till.AuditAsync()).Broken);
            Assert.Equal((4, 4), (before.Households, after.Households));
            Assert.Equal(before.Paid + 4, after.Paid);
            Assert.Equal((6, 0), (before.Open, after.Open));
        }

        static async Task<(int Households, int Paid, int Open)> CountsAsync(Till till)
        {
            var sums = (await AllAsync(till)).FindAll(s => s.Grain is SumGrain.Day or SumGrain.Loose);
            return (sums.Sum(s => s.Households), sums.Sum(s => s.HouseholdsPaid), sums.Sum(s => s.OpenBills));
        }
    }

    /// <summary>Neither sees the other's bills until both are issued.</summary>
    [Fact]
    public async Task Two_runs_that_are_issued_at_once_are_one_household_of_each_unit()
    {
        var till = await Till.OpenAsync();
        var (may, june) = (new BillingMonth(2025, 5), new BillingMonth(2025, 6));
        var runs = new List<Guid>();
        foreach (var month in new[] { may, june })
        {
            runs.Add((await till.WithAsync((BillRuns r) => r.DraftAsync(till.Own.Community.Id, month))).RunId);
        }

        await till.SeeAsync(db => db.Bills.Where(b => b.BillRunId == runs[1]).ExecuteUpdateAsync(set => set.SetProperty(b => b.Period, may)));
        await Task.WhenAll(runs.Select(run => Task.Run(() => till.WithAsync((BillPublishing p) => p.PublishAsync(run)))));

        var sums = (await AllAsync(till)).FindAll(s => s.Grain == SumGrain.Loose && s.Period == may);
        Assert.Equal((till.Own.Units.Count, 2 * till.Own.Units.Count), (sums.Sum(s => s.Households), sums.Sum(s => s.OpenBills)));
        Assert.Empty((await till.AuditAsync()).Broken);
    }

    [Fact]
    public async Task Another_company_s_sums_are_not_touched()
    {
        var till = await Till.OpenAsync();
        await till.WithAsync((MergeBillSums m) => m.RunAsync());
        await till.WithAsync((MergeBillSums m) => m.RebuildAsync());
        Assert.NotEmpty(await AllAsync(till));

        await using var scope = till.Desk.Enter(till.Desk.Foreign);
        var theirs = await ((Application.DeskDbContext)scope.ServiceProvider.GetService(typeof(Application.DeskDbContext))!).BillSums.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);

        Assert.NotEmpty(theirs);
        Assert.All(theirs, s => Assert.Equal(SumGrain.Loose, s.Grain));
    }

    private static Task<List<BillSum>> AllAsync(Till till) => till.SeeAsync(db => db.BillSums.AsNoTracking().OrderBy(s => s.Grain).ThenBy(s => s.Id).ToListAsync());

    // What came to nothing is a sum of zero where it was merged, and none where it was made anew.
    private static string Print(List<BillSum> sums) => string.Join('\n', sums.Where(s => !s.IsNothing).Select(s => $"{s.Grain} {s.Id} {s.Period} {s.DueOn} {s.On} {s.Billed} {s.Red} {s.Waived} {s.Collected} {s.Posted} {s.OpenBills} {s.Households} {s.HouseholdsPaid}"));
}

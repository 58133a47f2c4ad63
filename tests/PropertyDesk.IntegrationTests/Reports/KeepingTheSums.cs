using Microsoft.EntityFrameworkCore;
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
    private static string Print(List<BillSum> sums) => string.Join('\n', sums.Where(s => !s.IsNothing).Select(s => $"{s.Grain} {s.Id} {s.Period} {s.DueOn} {s.On} {s.Billed} {s.Red} {s.Waived} {s.Collected} {s.Posted}"));
}

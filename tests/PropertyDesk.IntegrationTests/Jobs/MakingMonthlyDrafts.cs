using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PropertyDesk.Application.Billing;
using PropertyDesk.Domain;
using PropertyDesk.Web.Jobs;

namespace PropertyDesk.IntegrationTests.Jobs;

/// <summary>The monthly job: each community once, on whichever server, and a missed day is made up.</summary>
public sealed class MakingMonthlyDrafts
{
    [Fact]
    public async Task Makes_the_draft_of_last_month_once()
    {
        var desk = await Desk.OpenAsync();
        await desk.ImportAsync("jinxiu-messy.xlsx");
        var asked = new Asked();
        await using var scope = desk.Enter();
        var job = new DraftBillsJob(new CompanyJobs(scope.ServiceProvider.GetRequiredService<IServiceScopeFactory>(), desk.Clock, NullLogger<CompanyJobs>.Instance), asked);

        await job.RunAsync();
        await job.RunAsync();
        var own = asked.Jobs.FindAll(j => j.Args[0].Equals(desk.Company.Id));
        Assert.Equal(2, own.Count);
        foreach (var one in own)
        {
            await (Task)one.Method.Invoke(job, [.. one.Args])!;
        }

        var today = await desk.See(db => Task.FromResult(db.Current.Today(desk.Clock)));
        Assert.Equal(MonthlyDrafts.MonthOf(today), await desk.See(db => db.BillRuns.Select(r => r.Period).SingleAsync()));
        asked.Jobs.Clear();
        await job.RunAsync();
        Assert.DoesNotContain(asked.Jobs, j => j.Args[0].Equals(desk.Company.Id));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 1)]
    [InlineData(30, 1)]
    public async Task A_community_is_due_from_its_billing_day_on(int day, int communities)
    {
        var desk = await Desk.OpenAsync();
        await desk.ImportAsync("jinxiu-messy.xlsx");
        await desk.See(db => db.Communities.ExecuteUpdateAsync(set => set.SetProperty(c => c.BillingDay, 3)));

        Assert.Equal(communities, (await desk.In((MonthlyDrafts d) => d.DueAsync(new DateOnly(2025, 6, day)))).Count);
        Assert.Equal(new BillingMonth(2025, 5), MonthlyDrafts.MonthOf(new DateOnly(2025, 6, day)));
    }

    /// <summary>Takes the jobs down, for the test to run them as servers would.</summary>
    private sealed class Asked : IBackgroundJobClient
    {
        public List<Job> Jobs { get; } = [];

        public string Create(Job job, IState state)
        {
            Jobs.Add(job);
            return "";
        }

        public bool ChangeState(string jobId, IState state, string expectedState) => throw new NotSupportedException();
    }
}

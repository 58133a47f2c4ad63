using Hangfire;
using PropertyDesk.Application.Billing;
using PropertyDesk.Domain;

namespace PropertyDesk.Web.Jobs;

/// <summary>Makes each community's draft bills on its billing day. A community is a job of its own, for whichever server is free.</summary>
public sealed class DraftBillsJob(CompanyJobs companies, IBackgroundJobClient jobs)
{
    private const string Name = "自动出账";

    public Task RunAsync() => companies.ForEachAsync<MonthlyDrafts>(Name, async (drafts, today) =>
    {
        var month = MonthlyDrafts.MonthOf(today);
        foreach (var due in await drafts.DueAsync(today))
        {
            jobs.Enqueue<DraftBillsJob>(job => job.DraftAsync(due.CompanyId, due.CommunityId, month.Number));
        }
    });

    /// <summary>Once more does nothing: a run that exists is left alone.</summary>
    public Task DraftAsync(int companyId, Guid communityId, int month) =>
        companies.ForAsync<BillRuns>(companyId, Name, (runs, _) => runs.DraftAsync(communityId, BillingMonth.FromNumber(month)));
}

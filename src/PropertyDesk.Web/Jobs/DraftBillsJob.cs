using PropertyDesk.Application.Billing;

namespace PropertyDesk.Web.Jobs;

/// <summary>Makes each community's draft bills on its billing day.</summary>
public sealed class DraftBillsJob(CompanyJobs companies)
{
    public Task RunAsync() => companies.ForEachAsync<MonthlyDrafts>("自动出账", (drafts, today) => drafts.MakeAsync(today));
}

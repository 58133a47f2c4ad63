using PropertyDesk.Application.Reports;

namespace PropertyDesk.Web.Jobs;

/// <summary>Merges what was written to the reports' sums since the last time.</summary>
public sealed class BillSumsJob(CompanyJobs companies)
{
    public Task RunAsync(CancellationToken cancel) => companies.ForEachAsync<MergeBillSums>("报表", (sums, _) => sums.RunAsync(cancel));
}

using Hangfire;
using PropertyDesk.Application.Billing;

namespace PropertyDesk.Web.Jobs;

/// <summary>Computes and publishes what was asked for on the pages of large communities.</summary>
public sealed class BillRunsJob(CompanyJobs companies)
{
    // The wish stays on the run until it is done: the next minute is the retry.
    [AutomaticRetry(Attempts = 0)]
    public Task RunAsync(CancellationToken cancel) => companies.ForEachAsync<RunQueue>("出账", (queue, _) => queue.WorkAsync(cancel));
}

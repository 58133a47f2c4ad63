using Hangfire;
using PropertyDesk.Application.DirectDebit;

namespace PropertyDesk.Web.Jobs;

/// <summary>Books what the bank collected and a crash or a stop left over.</summary>
public sealed class DirectDebitJob(CompanyJobs companies)
{
    // The next run is the retry.
    [AutomaticRetry(Attempts = 0)]
    public Task RunAsync(CancellationToken cancel) => companies.ForEachAsync<BookCollected>("托收入账", (book, _) => book.SweepAsync(cancel));
}

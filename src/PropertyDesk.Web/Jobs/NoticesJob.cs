using Hangfire;
using PropertyDesk.Application.Notices;

namespace PropertyDesk.Web.Jobs;

/// <summary>Publishes notices whose time has come, and ends those whose time is over.</summary>
public sealed class NoticesJob(CompanyJobs companies)
{
    // The next minute is the retry.
    [AutomaticRetry(Attempts = 0)]
    public Task RunAsync(CancellationToken cancel) => companies.ForEachAsync<PublishNotices>("通知发布", (notices, _) => notices.RunAsync(cancel));
}

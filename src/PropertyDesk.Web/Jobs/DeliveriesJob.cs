using Hangfire;
using PropertyDesk.Application.Deliveries;

namespace PropertyDesk.Web.Jobs;

/// <summary>Sends what is queued, company by company in short turns, for less than a minute; the next minute goes on.</summary>
public sealed class DeliveriesJob(CompanyJobs companies, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(50);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);

    // The next minute is the retry.
    [AutomaticRetry(Attempts = 0)]
    public async Task RunAsync(CancellationToken cancel)
    {
        var until = clock.GetUtcNow() + Longest;
        DateTimeOffset? next = clock.GetUtcNow();
        while (next < until && !cancel.IsCancellationRequested)
        {
            next = null;
            await companies.ForEachAsync<Dispatch>("消息发送", async (dispatch, _) =>
            {
                var turn = await dispatch.RunAsync(cancel);
                next = turn.NextAt is null || next < turn.NextAt ? next ?? turn.NextAt : turn.NextAt;
            });
            if (next is { } at && at - clock.GetUtcNow() is var pause && pause > TimeSpan.Zero && at < until)
            {
                await Task.Delay(pause > ShortestPause ? pause : ShortestPause, clock, cancel);
            }
        }
    }
}

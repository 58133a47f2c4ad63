using Hangfire;
using PropertyDesk.Application.Channels;

namespace PropertyDesk.Web.Jobs;

/// <summary>Asks payment channels about orders and refunds of which they were silent.</summary>
public sealed class ChannelsJob(CompanyJobs companies)
{
    // The next minute is the retry.
    [AutomaticRetry(Attempts = 0)]
    public async Task RunAsync(CancellationToken cancel)
    {
        await companies.ForEachAsync<ChannelCheck>("线上支付核实", (check, _) => check.SweepAsync(cancel));
        await companies.ForEachAsync<ChannelRefunds>("线上退款核实", (refunds, _) => refunds.SweepAsync(cancel));
    }
}

using PropertyDesk.Application.Tickets;

namespace PropertyDesk.Web.Jobs;

/// <summary>Warns of promises that will be broken soon, and escalates those that are.</summary>
public sealed class TicketsJob(CompanyJobs companies)
{
    public Task RunAsync(CancellationToken cancel) => companies.ForEachAsync<TicketClocks>("工单时限", (clocks, _) => clocks.RunAsync(cancel));
}

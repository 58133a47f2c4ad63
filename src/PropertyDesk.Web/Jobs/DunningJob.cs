using PropertyDesk.Application.Dunning;

namespace PropertyDesk.Web.Jobs;

/// <summary>Judges promises to pay, and lets every bill take the rung of the ladder whose day has come.</summary>
public sealed class DunningJob(CompanyJobs companies)
{
    public Task RunAsync(CancellationToken cancel) => companies.ForEachAsync<DunningDay>("自动催缴", (day, today) => day.RunAsync(today, cancel));
}

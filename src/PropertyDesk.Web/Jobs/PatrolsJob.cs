using PropertyDesk.Application.Patrols;

namespace PropertyDesk.Web.Jobs;

/// <summary>Makes the patrols of each company's day.</summary>
public sealed class PatrolsJob(CompanyJobs companies, TimeProvider clock)
{
    public Task RunAsync(CancellationToken cancel) => companies.ForEachAsync<MakePatrols>("巡查", (make, _) => make.RunAsync(clock.GetUtcNow(), cancel));
}

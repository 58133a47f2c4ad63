using PropertyDesk.Application.Visitors;

namespace PropertyDesk.Web.Jobs;

/// <summary>Erases the data of visitors that each community has kept for as long as it has set.</summary>
public sealed class VisitorsJob(CompanyJobs companies)
{
    public Task RunAsync(CancellationToken cancel) => companies.ForEachAsync<VisitorKeeping>("访客资料到期删除", (keeping, today) => keeping.EraseAsync(today, cancel));
}

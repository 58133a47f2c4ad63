using PropertyDesk.Application.Reports;
using PropertyDesk.Web.Reports;

namespace PropertyDesk.Web.Jobs;

/// <summary>Makes the reports that wait, and those of the views whose day has come.</summary>
public sealed class ReportsJob(CompanyJobs companies)
{
    public Task RunAsync(CancellationToken cancel) => companies.ForEachAsync<MakeReports>("报表", (reports, _) => reports.RunAsync(cancel));

    /// <summary>Once a day: what is not kept any longer.</summary>
    public Task EraseAsync(CancellationToken cancel) => companies.ForEachAsync<SendViews>("报表", (views, _) => views.EraseAsync(cancel));
}

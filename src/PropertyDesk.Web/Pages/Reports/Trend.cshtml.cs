using PropertyDesk.Application;
using PropertyDesk.Application.Reports;
using PropertyDesk.Domain.Reports;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Reports;

/// <summary>Collection over 36 months, by due month and by collector.</summary>
public sealed class TrendModel(CollectionTrend trend, DeskDbContext db, TimeProvider clock) : FigurePage(db, clock)
{
    public override ReportName? Kind => ReportName.Trend;

    protected override Task<FigureReport> MakeAsync(FigureChoice choice) => trend.ReportAsync(choice);
}

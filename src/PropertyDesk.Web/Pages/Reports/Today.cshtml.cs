using PropertyDesk.Application;
using PropertyDesk.Application.Reports;
using PropertyDesk.Domain.Reports;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Reports;

/// <summary>A manager's questions of the morning, on one screen.</summary>
public sealed class TodayModel(TodayFigures figures, DeskDbContext db, TimeProvider clock) : FigurePage(db, clock)
{
    public override ReportName? Kind => ReportName.Today;

    protected override Task<FigureReport> MakeAsync(FigureChoice choice) => figures.ReportAsync(choice);
}

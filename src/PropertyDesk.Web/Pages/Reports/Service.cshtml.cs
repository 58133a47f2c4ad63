using PropertyDesk.Application;
using PropertyDesk.Application.Reports;
using PropertyDesk.Domain.Reports;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Reports;

/// <summary>How the desk keeps what it promises, and how satisfied people are.</summary>
public sealed class ServiceModel(ServiceFigures figures, DeskDbContext db, TimeProvider clock) : FigurePage(db, clock)
{
    public override ReportName? Kind => ReportName.Service;

    public override bool HasFrom => true;

    protected override Task<FigureReport> MakeAsync(FigureChoice choice) => figures.ReportAsync(choice);
}

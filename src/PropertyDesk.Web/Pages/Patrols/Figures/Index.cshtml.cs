using PropertyDesk.Application;
using PropertyDesk.Application.Patrols;
using PropertyDesk.Application.Reports;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Patrols.Figures;

/// <summary>How patrols are kept, and what they find.</summary>
public sealed class IndexModel(PatrolFigures figures, DeskDbContext db, TimeProvider clock) : FigurePage(db, clock)
{
    public override string Name => "patrols";

    public override bool HasFrom => true;

    protected override Task<FigureReport> MakeAsync(FigureChoice choice) => figures.ReportAsync(choice);
}

using PropertyDesk.Application;
using PropertyDesk.Application.Calls;
using PropertyDesk.Application.Reports;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Calls;

/// <summary>What people ask, by month and topic, and what the knowledge base could not answer.</summary>
public sealed class FiguresModel(CallFigures figures, DeskDbContext db, TimeProvider clock) : FigurePage(db, clock)
{
    public override string Name => "calls";

    public override bool HasFrom => true;

    protected override Task<FigureReport> MakeAsync(FigureChoice choice) => figures.ReportAsync(choice);
}

using PropertyDesk.Application;
using PropertyDesk.Application.Reports;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Reports;

/// <summary>Who is behind, since when and why, and what was done about it.</summary>
public sealed class ArrearsModel(ArrearsFigures figures, CurrentCompany current, DeskDbContext db, TimeProvider clock) : FigurePage(db, clock)
{
    public override string Name => "arrears";

    public override bool HasFrom => true;

    protected override Task<FigureReport> MakeAsync(FigureChoice choice) => figures.ReportAsync(choice, current.May(Permission.CollectArrears));
}

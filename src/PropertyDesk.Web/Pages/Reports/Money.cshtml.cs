using PropertyDesk.Application;
using PropertyDesk.Application.Reports;
using PropertyDesk.Domain.Reports;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Reports;

/// <summary>Money that came in and went out, tills, and what is held for others.</summary>
public sealed class MoneyModel(MoneyFigures figures, DeskDbContext db, TimeProvider clock) : FigurePage(db, clock)
{
    public override ReportName? Kind => ReportName.Money;

    public override bool HasFrom => true;

    protected override Task<FigureReport> MakeAsync(FigureChoice choice) => figures.ReportAsync(choice);
}

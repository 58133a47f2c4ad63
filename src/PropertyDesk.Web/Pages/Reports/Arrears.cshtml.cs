using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Reports;
using PropertyDesk.Domain.Reports;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Reports;

/// <summary>Who is behind, since when and why, and what was done about it.</summary>
public sealed class ArrearsModel(ArrearsFigures figures, CallDebtors calls, CurrentCompany current, DeskDbContext db, TimeProvider clock) : FigurePage(db, clock)
{
    public override ReportName? Kind => ReportName.Arrears;

    public override bool HasFrom => true;

    public bool MayCall => current.May(Permission.CollectArrears);

    public async Task<IActionResult> OnPostCallAsync()
    {
        if (!MayCall)
        {
            return Forbid();
        }

        var added = await calls.AddLargestAsync(Community);
        TempData["message"] = Texts.Of("已把 {0} 位业主加入电话名单。", added);
        return RedirectToPage("/Dunning/Index");
    }

    protected override Task<FigureReport> MakeAsync(FigureChoice choice) => figures.ReportAsync(choice, MayCall);
}

using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Ledger;

/// <summary>The months of the books: close one when it is over, open it again with a reason.</summary>
public sealed class PeriodsModel(PeriodClosings closings, CurrentCompany current) : DeskPage
{
    public IReadOnlyList<PeriodRow> Months { get; private set; } = [];

    public IReadOnlyList<PeriodClosing> History { get; private set; } = [];

    public bool MayClose => current.May(Permission.Approve);

    public override async Task LoadAsync()
    {
        Months = await closings.ListAsync();
        History = await closings.HistoryAsync();
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostCloseAsync(string month)
    {
        if (!MayClose || !BillingMonth.TryParse(month, out var closed))
        {
            return MayClose ? NotFound() : Forbid();
        }

        await closings.CloseAsync(closed);
        Say(Texts.Of("{0} 已关账。", closed));
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostReopenAsync(Guid closing, string? reason)
    {
        if (!MayClose)
        {
            return Forbid();
        }

        await closings.ReopenAsync(closing, reason);
        Say(Texts.Of("已重新打开，可以记账。"));
        return RedirectToPage();
    }
}

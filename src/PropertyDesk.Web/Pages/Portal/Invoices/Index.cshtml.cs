using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Invoices;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Portal.Invoices;

/// <summary>The invoices that the owner asked for, and what came of each.</summary>
public sealed class IndexModel(InvoiceQueries queries, InvoiceRequests requests) : DeskPage
{
    public IReadOnlyList<InvoiceRow> Requests { get; private set; } = [];

    public override async Task LoadAsync() => Requests = await queries.MineAsync();

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id)
    {
        await requests.WithdrawAsync(id);
        Say(Texts.Of("申请已撤回。"));
        return RedirectToPage();
    }
}

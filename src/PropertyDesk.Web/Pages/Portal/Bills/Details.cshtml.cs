using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Portal;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Portal.Bills;

/// <summary>One bill, each line with its working: where the code on the printed bill leads. Staff go on to the desk's page.</summary>
public sealed class DetailsModel(PortalQueries queries, CurrentCompany current) : PageModel
{
    public BillDetails Bill { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!current.May(Permission.UsePortal))
        {
            return RedirectToPage("/Bills/Details", new { id });
        }

        Bill = await queries.BillAsync(id);
        return Page();
    }
}

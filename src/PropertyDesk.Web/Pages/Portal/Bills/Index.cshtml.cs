using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Portal;

namespace PropertyDesk.Web.Pages.Portal.Bills;

/// <summary>The owner's bills.</summary>
public sealed class IndexModel(PortalQueries queries) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public bool Open { get; set; }

    public IReadOnlyList<BillRow> Bills { get; private set; } = [];

    public async Task OnGetAsync() => Bills = await queries.BillsAsync(Open);
}

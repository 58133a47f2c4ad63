using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application.Portal;

namespace PropertyDesk.Web.Pages.Portal.Payments;

/// <summary>The owner's payments with their receipts.</summary>
public sealed class IndexModel(PortalQueries queries) : PageModel
{
    public IReadOnlyList<PortalPayment> Payments { get; private set; } = [];

    public async Task OnGetAsync() => Payments = await queries.PaymentsAsync();
}

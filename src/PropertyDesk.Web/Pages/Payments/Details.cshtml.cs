using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application.Payments;

namespace PropertyDesk.Web.Pages.Payments;

/// <summary>A payment and the charges that it paid.</summary>
public sealed class DetailsModel(PaymentQueries payments) : PageModel
{
    public PaymentDetails Payment { get; private set; } = null!;

    public async Task OnGetAsync(Guid id) => Payment = await payments.FindAsync(id);
}

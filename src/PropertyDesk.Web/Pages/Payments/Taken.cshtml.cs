using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application.Payments;

namespace PropertyDesk.Web.Pages.Payments;

/// <summary>The money is booked: the receipt's number, its print, and the next customer.</summary>
public sealed class TakenModel(PaymentQueries payments) : PageModel
{
    public PaymentDetails Payment { get; private set; } = null!;

    public async Task OnGetAsync(Guid id) => Payment = await payments.FindAsync(id);
}

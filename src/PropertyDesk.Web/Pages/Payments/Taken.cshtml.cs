using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Web.Pages.Payments;

/// <summary>The money is booked: the receipt's number, its print, and the next customer.</summary>
public sealed class TakenModel(PaymentQueries payments) : PageModel
{
    public PaymentDetails Payment { get; private set; } = null!;

    /// <summary>Cash as it was handed over; null where it was not typed.</summary>
    [BindProperty(SupportsGet = true)]
    public decimal? Handed { get; set; }

    /// <summary>What goes back to the payer: shown once more at the moment when it is handed out.</summary>
    public Money? Change => Handed is { } handed && handed is > 0 and <= 100_000_000 && Money.Round(handed) - Money.Sum(Payment.Tenders.Where(t => t.Method == PaymentMethod.Cash).Select(t => t.Amount)) is { } change && change >= Money.Zero ? change : null;

    public async Task OnGetAsync(Guid id) => Payment = await payments.FindAsync(id);
}

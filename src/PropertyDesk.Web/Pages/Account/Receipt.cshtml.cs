using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Deposits;
using PropertyDesk.Application.Payments;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Account;

/// <summary>Tells whoever holds a printed receipt whether it is real: number, day, amount and community, and nobody's name.</summary>
[EnableRateLimiting(DeskLimits.Guessing)]
public sealed class ReceiptModel(CurrentCompany company, DeskDbContext db, PaymentQueries payments, PrintDeposit deposits) : DeskPage
{
    /// <summary>Company and code, as printed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public VerifiedReceipt? Found { get; private set; }

    public async Task OnGetAsync()
    {
        if (Code?.Trim().Split('-') is [var id, var code] && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && await db.Companies.FirstOrDefaultAsync(c => c.Id == number) is { } known)
        {
            company.EnterAsJob(known, "");
            Found = await payments.VerifyAsync(code.ToUpperInvariant()) ?? await deposits.VerifyAsync(code.ToUpperInvariant());
        }
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PropertyDesk.Application;
using PropertyDesk.Application.Accounts;
using PropertyDesk.Application.Billing;
using PropertyDesk.Domain;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Account.Bill;

/// <summary>The one bill that its printed code has opened, for twenty minutes; from here an account can be opened.</summary>
[EnableRateLimiting(DeskLimits.Login)]
public sealed class OpenedModel(OpenedBills opened, BillCodes codes, BillQueries bills, CurrentCompany company, DeskDbContext db) : DeskPage
{
    public BillDetails Bill { get; private set; } = null!;

    public bool CanClaim { get; private set; }

    public override async Task LoadAsync()
    {
        Bill = await bills.FindAsync(await EnterAsync() ?? throw new NotFoundException("OpenedBill"));
        CanClaim = await codes.CanClaimAsync(Bill.Id);
    }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await EnterAsync() is null)
        {
            return LocalRedirect("/account/bill");
        }

        await LoadAsync();
        return Page();
    }

    /// <summary>Goes on with an invitation for the payer, as the desk would have made it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var bill = await EnterAsync() ?? throw new NotFoundException("OpenedBill");
        return LocalRedirect("/account/invitation?token=" + await codes.InviteAsync(bill));
    }

    private Task<Guid?> EnterAsync() => opened.EnterAsync(HttpContext, company, db);
}

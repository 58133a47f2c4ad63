using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Deposits;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Deposits;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Deposits;

/// <summary>A deposit with its movements; deducts from it and gives it back, as far as the approval ladder lets.</summary>
public sealed class DetailsModel(DepositQueries deposits, OwnerQueries owners, HoldDeposits hold, CurrentCompany current) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Deposit Deposit { get; private set; } = null!;

    /// <summary>Of the owner, to tell apart who has the same name.</summary>
    public string Flats { get; private set; } = "";

    /// <summary>One for each form, made when the page is shown.</summary>
    public string NewRequest => Guid.NewGuid().ToString();

    public bool MaySettle => current.May(Permission.Approve) && Deposit.Held > Money.Zero;

    public override async Task LoadAsync()
    {
        Deposit = await deposits.FindAsync(Id);
        Flats = await owners.FlatsAsync(Deposit.OwnerId);
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostDeductAsync(string? requestKey, decimal? amount, string? reason)
    {
        await LoadAsync();
        if (!ModelState.IsValid || !Guid.TryParse(requestKey, out var request))
        {
            return Page();
        }

        await hold.DeductAsync(request, Id, Money.Exact(amount ?? 0), reason);
        Say(Texts.Of("已扣除，计入收入。"));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostRefundAsync(string? requestKey, string? receipt, PaymentMethod method, string? reference)
    {
        await LoadAsync();
        if (!ModelState.IsValid || !Guid.TryParse(requestKey, out var request))
        {
            return Page();
        }

        await hold.RefundAsync(request, Id, receipt, method, reference);
        Say(Texts.Of("押金已退还。"));
        return RedirectToPage(new { Id });
    }
}

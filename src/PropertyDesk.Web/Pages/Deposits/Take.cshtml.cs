using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Deposits;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Web.Hosting;
using PropertyDesk.Web.Pages.Payments;

namespace PropertyDesk.Web.Pages.Deposits;

/// <summary>Takes a deposit from an owner.</summary>
public sealed class TakeModel(HoldDeposits hold, OwnerQueries owners, UsedSlips slips) : DeskPage
{
    /// <summary>The owner.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public DepositInput Input { get; set; } = new();

    public OwnerDetails Owner { get; private set; } = null!;

    /// <summary>Of the owner, to tell apart who has the same name.</summary>
    public string Flats { get; private set; } = "";

    /// <summary>Prepaid money is no money that comes in.</summary>
    public IReadOnlyList<PaymentMethod> Methods { get; } = [.. PaymentMethods.AtTheDesk.Where(m => m != PaymentMethod.Purse)];

    /// <summary>The receipt that has the typed number already; null where it is new.</summary>
    public UsedSlip? Repeated { get; private set; }

    public override async Task LoadAsync() => (Owner, Flats) = (await owners.FindAsync(Id), await owners.FlatsAsync(Id));

    public Task OnGetAsync()
    {
        Input.RequestId = Guid.NewGuid();
        return LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var tender = Input.Of(Money.Exact(Input.Amount!.Value));
        Repeated = Input.IsSameMoney ? null : await slips.FindAsync(Input.RequestId, [tender]);
        if (Repeated is { } repeated)
        {
            throw repeated.Refusal("Input.Reference");
        }

        var deposit = await hold.TakeAsync(Input.RequestId, Id, Input.Purpose, tender);
        Say(tender.Change is { } change && change > Money.Zero ? Texts.Of("押金已收，找零 {0}。请把收据交给业主，退还时凭收据。", change) : Texts.Of("押金已收，请把收据交给业主，退还时凭收据。"));
        return RedirectToPage("Details", new { id = deposit });
    }

    public sealed class DepositInput : TenderInput
    {
        /// <summary>Made when the page is opened.</summary>
        public Guid RequestId { get; set; }

        [Required(ErrorMessage = "请填写押金用途。"), StringLength(100)]
        public string? Purpose { get; set; }

        [Required(ErrorMessage = "请填写金额。"), Range(0.01, 10_000_000, ErrorMessage = "押金金额须大于 0。")]
        public decimal? Amount { get; set; }
    }
}

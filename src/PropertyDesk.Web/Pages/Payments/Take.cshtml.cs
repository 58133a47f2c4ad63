using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Payments;

/// <summary>The collector's page: find the payer, see what is due, take the money. All of it works by keyboard.</summary>
public sealed class TakeModel(OwnerDuesQuery dues, TakePayment payments) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? OwnerId { get; set; }

    [BindProperty]
    public PaymentInput Input { get; set; } = new();

    /// <summary>None before an owner is chosen.</summary>
    public OwnerDues? Dues { get; private set; }

    public override async Task LoadAsync()
    {
        Dues = OwnerId is { } owner ? await dues.FindAsync(owner) : null;
        // A refused request booked nothing; the page that is shown now is a new one.
        Input.RequestId = Guid.NewGuid();
    }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input.Amount = Dues?.Total.Yuan ?? 0;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid || OwnerId is not { } owner)
        {
            await LoadAsync();
            return Page();
        }

        var taken = await payments.RunAsync(new PaymentRequest(
            Input.RequestId, owner, Input.BillIds, new Money(Input.SeenFen), [new Tender(Input.Method, Money.Exact(Input.Amount), Input.Reference)]));
        return RedirectToPage("/Payments/Taken", new { id = taken.PaymentId });
    }

    /// <summary>Whether the bill is ticked: all are, unless some were chosen.</summary>
    public bool IsChosen(Guid billId) => Input.BillIds.Count == 0 || Input.BillIds.Contains(billId);

    public sealed class PaymentInput
    {
        /// <summary>Made when the page was opened, so that one page books once.</summary>
        public Guid RequestId { get; set; }

        /// <summary>All that was due when the page was shown, in fen.</summary>
        public long SeenFen { get; set; }

        public List<Guid> BillIds { get; set; } = [];

        [Range(0.01, 100_000_000, ErrorMessage = "收款金额须大于 0。")]
        public decimal Amount { get; set; }

        public PaymentMethod Method { get; set; }

        [StringLength(64)]
        public string? Reference { get; set; }
    }
}

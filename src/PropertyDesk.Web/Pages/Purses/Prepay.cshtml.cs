using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Purses;
using PropertyDesk.Application.Shifts;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Web.Hosting;
using PropertyDesk.Web.Pages.Payments;

namespace PropertyDesk.Web.Pages.Purses;

/// <summary>Takes money in advance into the purse of a class.</summary>
public sealed class PrepayModel(TakePayment payments, OwnerDuesQuery dues, PurseQueries purses, ShiftQueries shifts, UsedSlips slips) : DeskPage
{
    /// <summary>The owner.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PrepayInput Input { get; set; } = new();

    public OwnerDues Dues { get; private set; } = null!;

    public IReadOnlyDictionary<PurseClass, Money> Balances { get; private set; } = new Dictionary<PurseClass, Money>();

    public bool HasShift { get; private set; }

    /// <summary>Prepaid money is no money that comes in.</summary>
    public IReadOnlyList<PaymentMethod> Methods { get; } = [.. PaymentMethods.AtTheDesk.Where(m => m != PaymentMethod.Purse)];

    /// <summary>The receipt that has the typed number already; null where it is new.</summary>
    public UsedSlip? Repeated { get; private set; }

    public override async Task LoadAsync()
    {
        (Dues, Balances) = (await dues.FindAsync(Id), await purses.BalancesAsync([Id]));
        HasShift = (await shifts.OwnAsync()).Exists(s => s.CommunityId == Dues.CommunityId);
        // A refused request booked nothing; the page that is shown now is a new one.
        Input.RequestId = Guid.NewGuid();
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        var tender = Input.Of(Money.Exact(Input.Amount!.Value));
        Repeated = Input.IsSameMoney ? null : await slips.FindAsync(Input.RequestId, [tender]);
        if (Repeated is { } repeated)
        {
            throw repeated.Refusal("Input.Reference");
        }

        var taken = await payments.RunAsync(new PaymentRequest(Input.RequestId, Id, [], Money.Zero, [tender], Into: Input.Class));
        return RedirectToPage("/Payments/Taken", new { id = taken.PaymentId });
    }

    public sealed class PrepayInput : TenderInput
    {
        /// <summary>Made when the page is opened, so that one page books once.</summary>
        public Guid RequestId { get; set; }

        public PurseClass Class { get; set; }

        [Required(ErrorMessage = "请填写金额。"), Range(0.01, 100_000_000, ErrorMessage = "收款金额须大于 0。")]
        public decimal? Amount { get; set; }
    }
}

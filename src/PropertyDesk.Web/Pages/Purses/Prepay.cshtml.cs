using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Purses;
using PropertyDesk.Application.Shifts;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Purses;

/// <summary>Takes money in advance into the purse of a class.</summary>
public sealed class PrepayModel(TakePayment payments, OwnerDuesQuery dues, PurseQueries purses, ShiftQueries shifts) : DeskPage
{
    /// <summary>The owner.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Made when the page is opened, so that one page books once.</summary>
    [BindProperty]
    public Guid RequestId { get; set; }

    [BindProperty]
    public PurseClass Class { get; set; }

    [BindProperty, Required(ErrorMessage = "请填写金额。"), Range(0.01, 100_000_000, ErrorMessage = "收款金额须大于 0。")]
    public decimal? Amount { get; set; }

    [BindProperty]
    public PaymentMethod Method { get; set; }

    [BindProperty, StringLength(64)]
    public string? Reference { get; set; }

    public OwnerDues Dues { get; private set; } = null!;

    public IReadOnlyDictionary<PurseClass, Money> Balances { get; private set; } = new Dictionary<PurseClass, Money>();

    public bool HasShift { get; private set; }

    public override async Task LoadAsync()
    {
        (Dues, Balances) = (await dues.FindAsync(Id), await purses.BalancesAsync([Id]));
        HasShift = (await shifts.OwnAsync()).Exists(s => s.CommunityId == Dues.CommunityId);
        // A refused request booked nothing; the page that is shown now is a new one.
        RequestId = Guid.NewGuid();
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        var tender = new Tender(Method, Money.Exact(Amount!.Value), Reference);
        var taken = await payments.RunAsync(new PaymentRequest(RequestId, Id, [], Money.Zero, [tender], Into: Class));
        return RedirectToPage("/Payments/Taken", new { id = taken.PaymentId });
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Deposits;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Deposits;

/// <summary>Takes a deposit from an owner.</summary>
public sealed class TakeModel(HoldDeposits hold, OwnerQueries owners) : DeskPage
{
    /// <summary>The owner.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Made when the page is opened.</summary>
    [BindProperty]
    public string RequestKey { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "请填写押金用途。"), StringLength(100)]
    public string? Purpose { get; set; }

    [BindProperty, Required(ErrorMessage = "请填写金额。"), Range(0.01, 10_000_000, ErrorMessage = "押金金额须大于 0。")]
    public decimal? Amount { get; set; }

    [BindProperty]
    public PaymentMethod Method { get; set; } = PaymentMethod.Cash;

    [BindProperty, StringLength(64)]
    public string? Reference { get; set; }

    public OwnerDetails Owner { get; private set; } = null!;

    public override async Task LoadAsync() => Owner = await owners.FindAsync(Id);

    public Task OnGetAsync()
    {
        RequestKey = Guid.NewGuid().ToString();
        return LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid || !Guid.TryParse(RequestKey, out var request))
        {
            return Page();
        }

        var deposit = await hold.TakeAsync(request, Id, Purpose, new Tender(Method, Money.Exact(Amount!.Value), Reference));
        Say(Texts.Of("押金已收，请把收据交给业主，退还时凭收据。"));
        return RedirectToPage("Details", new { id = deposit });
    }
}

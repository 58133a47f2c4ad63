using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Refunds;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Refunds;

/// <summary>Asks to give an owner's prepaid money back.</summary>
public sealed class PrepaidModel(RefundRoom room, RefundQueries refunds, OwnerQueries owners) : DeskPage
{
    /// <summary>The owner.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Made when the page opens: sent twice, it is asked for once.</summary>
    [BindProperty]
    public string RequestKey { get; set; } = "";

    [BindProperty]
    public PurseClass Class { get; set; }

    [BindProperty, Required(ErrorMessage = "请填写金额。"), Range(0.01, 100_000_000, ErrorMessage = "退款金额须大于 0。")]
    public decimal? Amount { get; set; }

    [BindProperty, Required(ErrorMessage = "请填写退款原因。"), StringLength(200)]
    public string? Reason { get; set; }

    /// <summary>The online payment through whose channel it goes back.</summary>
    [BindProperty]
    public Guid? PaymentId { get; set; }

    public OwnerDetails Owner { get; private set; } = null!;

    public IReadOnlyList<(PurseClass Class, Money Balance)> Purses { get; private set; } = [];

    /// <summary>What the owner paid online and nobody took back.</summary>
    public IReadOnlyList<OnlinePayment> Online { get; private set; } = [];

    public override async Task LoadAsync() =>
        (Owner, Purses, Online) = (await owners.FindAsync(Id), await refunds.PursesAsync(Id), await refunds.OnlineAsync(Id));

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

        var refund = await room.RequestPrepaidAsync(request, Id, Class, Money.Exact(Amount!.Value), PaymentId, Reason);
        Say(Texts.Of("已申请退款，等待另一位同事审批。"));
        return RedirectToPage("/Refunds/Details", new { id = refund });
    }
}

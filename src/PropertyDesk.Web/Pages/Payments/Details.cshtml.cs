using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Refunds;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Payments;

/// <summary>A payment and the charges that it paid; voids it in its shift, and asks to take it back after that.</summary>
public sealed class DetailsModel(PaymentQueries payments, RefundQueries refunds, RefundRoom room) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PaymentDetails Payment { get; private set; } = null!;

    public IReadOnlyList<RefundRow> Refunds { get; private set; } = [];

    /// <summary>It lies in the open shift of whoever looks.</summary>
    public bool MayVoid { get; private set; }

    public bool MayAskBack => !Payment.IsRed && Payment.Twin is null && !MayVoid && Refunds.All(r => r.State is Domain.Refunds.RefundState.Rejected or Domain.Refunds.RefundState.Withdrawn || r.Kind == Domain.Refunds.RefundKind.Prepaid);

    public override async Task LoadAsync()
    {
        Payment = await payments.FindAsync(Id);
        Refunds = await refunds.OfPaymentAsync(Id);
        MayVoid = Payment.Twin is null && await room.MayVoidAsync(Id);
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostVoidAsync(string? reason)
    {
        var red = await room.VoidAsync(Id, reason);
        Say(Texts.Of("已作废，红字收据 {0}。", red));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostReversalAsync(string? reason)
    {
        var refund = await room.RequestReversalAsync(Id, reason);
        Say(Texts.Of("已申请红冲，等待另一位同事审批。"));
        return RedirectToPage("/Refunds/Details", new { id = refund });
    }
}

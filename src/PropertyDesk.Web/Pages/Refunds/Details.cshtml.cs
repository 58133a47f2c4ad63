using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Refunds;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Refunds;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Refunds;

/// <summary>A refund: what it is about, who agreed, and the form that gives the money back.</summary>
public sealed class DetailsModel(RefundQueries refunds, RefundRoom room, PaymentQueries payments) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public RefundRow Refund { get; private set; } = null!;

    /// <summary>A payment at the desk can go back the way it came.</summary>
    public bool MayGoBackAsItCame { get; private set; }

    public override async Task LoadAsync()
    {
        Refund = await refunds.FindAsync(Id);
        MayGoBackAsItCame = Refund is { Kind: RefundKind.Reversal, PaymentId: { } taken } && !(await payments.FindAsync(taken)).Tenders.Any(t => t.Method.IsChannel());
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostCarryOutAsync(PaymentMethod? method, string? reference)
    {
        var red = await room.CarryOutAsync(Id, method, reference);
        Say(Texts.Of("已退款，红字收据 {0}。", red));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        await room.WithdrawAsync(Id);
        Say(Texts.Of("申请已撤回。"));
        return RedirectToPage(new { Id });
    }
}

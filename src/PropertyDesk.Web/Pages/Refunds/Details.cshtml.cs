using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Refunds;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Refunds;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Refunds;

/// <summary>A refund: what it is about, who agreed, and the form that gives the money back.</summary>
public sealed class DetailsModel(RefundQueries refunds, RefundRoom room, ChannelRefunds channels, PaymentQueries payments) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public RefundRow Refund { get; private set; } = null!;

    /// <summary>A payment at the desk can go back the way it came.</summary>
    public bool MayGoBackAsItCame { get; private set; }

    /// <summary>The channel through which the money came, and through which it can go back.</summary>
    public ChannelKind? Channel { get; private set; }

    public override async Task LoadAsync()
    {
        Refund = await refunds.FindAsync(Id);
        var methods = Refund.PaymentId is { } taken ? (await payments.FindAsync(taken)).Tenders.Select(t => t.Method).ToList() : [];
        Channel = ChannelRefunds.KindOf(methods);
        MayGoBackAsItCame = Refund.Kind == RefundKind.Reversal && !methods.Exists(m => m.IsChannel());
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostCarryOutAsync(PaymentMethod? method, string? reference)
    {
        var red = await room.CarryOutAsync(Id, method, reference);
        Say(Texts.Of("已退款，红字收据 {0}。", red));
        return RedirectToPage(new { Id });
    }

    /// <summary>By the channel: asked once or again, it gives the money once.</summary>
    public async Task<IActionResult> OnPostChannelAsync(CancellationToken cancel)
    {
        await channels.AskAsync(Id, cancel);
        await LoadAsync();
        Say(Refund.State switch
        {
            RefundState.Done => Texts.Of("已退款，红字收据 {0}。", Refund.RedReceipt!),
            RefundState.Approved => Texts.Of("渠道没有退款：{0}", Refund.ChannelNote!),
            _ => Texts.Of("已请渠道退款，结果出来后自动入账。"),
        });
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        await room.WithdrawAsync(Id);
        Say(Texts.Of("申请已撤回。"));
        return RedirectToPage(new { Id });
    }
}

using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Channels;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.OnlinePayments;

/// <summary>One online order at the desk: its code for the owner to scan, what the channel says, and what can be done about it.</summary>
public sealed class OrderModel(ChannelQueries orders, ChannelCheck check, PayOnline online, SendPayLink link, ChannelAddresses addresses, CurrentCompany current, HeldConnection held) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public OrderRow Order { get; private set; } = null!;

    public string PayLink => addresses.Pay(current.Slug);

    public override async Task LoadAsync() => Order = await orders.FindAsync(Id);

    public Task OnGetAsync() => LoadAsync();

    /// <summary>Asked for again and again by the page while nothing is decided.</summary>
    public async Task<IActionResult> OnGetStateAsync(CancellationToken cancel)
    {
        await held.LetGoAsync();
        await LoadAsync();
        await check.AskIfDueAsync(Id, cancel);
        await LoadAsync();
        return Partial("_PayState", Order);
    }

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancel)
    {
        await LoadAsync();
        await online.OfferAsync(Id, cancel);
        await check.AskAsync(Id, cancel);
        await LoadAsync();
        Say(Order.PaymentId is null ? Texts.Of("渠道说还没有收到付款。") : Texts.Of("渠道已收到付款，收据 {0}。", Order.Receipt!));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostSendAsync()
    {
        var message = await link.RunAsync(Id);
        Say(Texts.Of("支付链接已排队，将通过{0}发给 {1}。", Words.Of(message.Channel!.Value), message.RecipientName));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancel)
    {
        await check.EndAsync(Id, cancel);
        Say(Texts.Of("订单已在渠道关闭，可以用其他方式收款。"));
        return RedirectToPage(new { Id });
    }
}

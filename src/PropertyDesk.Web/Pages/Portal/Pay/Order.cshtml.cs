using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Channels;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Portal.Pay;

/// <summary>What the owner scans or opens, and then the truth about the money: only what the channel proved counts.</summary>
public sealed class OrderModel(ChannelQueries orders, PayOnline online, PayOnChannelPage pages, ChannelCheck check, PayerDevice device, HeldConnection held) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public OrderRow Order { get; private set; } = null!;

    /// <summary>What this page hands to WeChat; null in another browser and for another way.</summary>
    public WeChatPageCall? Call { get; private set; }

    public override async Task LoadAsync()
    {
        Order = await orders.MineAsync(Id);
        Call = Order.IsPending && device.Browser == PayerBrowser.WeChat ? await pages.PageCallAsync(Id) : null;
    }

    /// <summary>Also where the owner comes back to from the channel: whatever the address says, the channel is asked.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        await held.LetGoAsync();
        await LoadAsync();
        if (Order is { State: ChannelOrderState.Created, NeedsPayer: false })
        {
            await online.OfferAsync(Id, cancel);
        }
        else
        {
            await check.AskOnReturnAsync(Id, cancel);
        }

        await LoadAsync();
    }

    /// <summary>Leaves for the channel: Alipay's page, or WeChat's answer to who looks at this one.</summary>
    public async Task<IActionResult> OnGetGoAsync()
    {
        await held.LetGoAsync();
        return Redirect((await pages.AddressAsync(Id, device.Session())).AbsoluteUri);
    }

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
        await check.AskAsync(Id, cancel);
        await LoadAsync();
        if (Order.IsPending)
        {
            Say(Order.Problem ?? Texts.Of("渠道还没有收到付款。如果刚付过，请稍等几秒。"));
        }

        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancel)
    {
        await LoadAsync();
        await check.EndAsync(Id, cancel);
        return RedirectToPage("Index");
    }
}

using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Channels;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Portal.Pay;

/// <summary>What the owner scans or opens, and then the truth about the money: only what the channel proved counts.</summary>
public sealed class OrderModel(ChannelQueries orders, PayOnline online, ChannelCheck check) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public OrderRow Order { get; private set; } = null!;

    public override async Task LoadAsync() => Order = await orders.MineAsync(Id);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync();
        if (Order is { State: Domain.Channels.ChannelOrderState.Created })
        {
            await online.OfferAsync(Id, cancel);
            await LoadAsync();
        }
    }

    /// <summary>Asked for again and again by the page while nothing is decided.</summary>
    public async Task<IActionResult> OnGetStateAsync(CancellationToken cancel)
    {
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
            Say(Texts.Of("渠道还没有收到付款。如果刚付过，请稍等几秒。"));
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

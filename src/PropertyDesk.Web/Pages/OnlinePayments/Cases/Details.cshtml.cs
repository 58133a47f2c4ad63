using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Search;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.OnlinePayments.Cases;

/// <summary>Decides what becomes of money that could not be booked by itself.</summary>
public sealed class DetailsModel(ChannelQueries channels, ChannelCases cases, DeskSearch search) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [FromQuery]
    public string? Find { get; set; }

    public ChannelCase Case { get; private set; } = null!;

    public IReadOnlyList<SearchHit> Owners { get; private set; } = [];

    public override async Task LoadAsync()
    {
        Case = await channels.CaseAsync(Id);
        Owners = await search.FindAsync(Find);
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostBookAsync(Guid ownerId)
    {
        var receipt = await cases.BookAsync(Id, ownerId, null);
        Say(Texts.Of("已入账，收据 {0}。", receipt));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostBookRefundAsync()
    {
        var receipt = await cases.BookRefundAsync(Id, null);
        Say(Texts.Of("退款已入账，红字收据 {0}。", receipt));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostCloseAsync(string? note)
    {
        await cases.CloseAsync(Id, note);
        Say(Texts.Of("已关闭。"));
        return RedirectToPage("Index");
    }
}

using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Channels;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.OnlinePayments.Cases;

/// <summary>Money at a channel that waits for somebody's decision.</summary>
public sealed class IndexModel(ChannelQueries channels) : DeskPage
{
    public Paged<ChannelCase> Rows { get; private set; } = null!;

    public Pager Pager => new(Rows.Number, Rows.Total, Rows.Size);

    public async Task OnGetAsync([FromQuery(Name = "page")] int pageNumber = 1) => Rows = await channels.CasesAsync(pageNumber);
}

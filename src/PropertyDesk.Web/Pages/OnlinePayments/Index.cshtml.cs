using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Channels;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.OnlinePayments;

/// <summary>What owners tried to pay online, those that did not succeed first of all.</summary>
public sealed class IndexModel(ChannelQueries channels) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public bool Unpaid { get; set; }

    public Paged<OrderRow> Rows { get; private set; } = null!;

    public int OpenCases { get; private set; }

    public Pager Pager => new(Rows.Number, Rows.Total, Rows.Size);

    public async Task OnGetAsync([FromQuery(Name = "page")] int pageNumber = 1) =>
        (Rows, OpenCases) = (await channels.OrdersAsync(Unpaid, pageNumber), await channels.OpenCasesAsync());
}

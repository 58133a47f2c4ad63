using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Portal.Tickets;

/// <summary>What the owner asked for, and how it stands.</summary>
public sealed class IndexModel(TicketQueries tickets) : DeskPage
{
    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public Paged<TicketRow> Tickets { get; private set; } = null!;

    public async Task OnGetAsync() => Tickets = await tickets.OfMineAsync(PageNumber);
}

using PropertyDesk.Application.Tickets;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Portal.Tickets;

/// <summary>One ticket as its owner sees it: the same progress and clocks as the desk.</summary>
public sealed class DetailsModel(TicketQueries tickets, MoveTickets move, TimeProvider clock) : TicketPage(move, clock)
{
    public override async Task LoadAsync() => Details = await tickets.FindMineAsync(Id);
}

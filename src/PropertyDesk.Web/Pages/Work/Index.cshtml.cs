using PropertyDesk.Application.Tickets;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Work;

/// <summary>A worker's own tickets, on a phone.</summary>
public sealed class IndexModel(TicketQueries tickets, TimeProvider clock) : DeskPage
{
    public IReadOnlyList<TicketRow> Open { get; private set; } = [];

    public IReadOnlyList<TicketRow> Finished { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync() => (Open, Finished) = await tickets.MineAsync();
}

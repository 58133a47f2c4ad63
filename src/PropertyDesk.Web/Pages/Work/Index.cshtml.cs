using PropertyDesk.Application.Home;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Work;

/// <summary>A worker's own tickets, on a phone.</summary>
public sealed class IndexModel(TicketQueries tickets, WaitingWork work, TimeProvider clock) : DeskPage
{
    public IReadOnlyList<TicketRow> Open { get; private set; } = [];

    public IReadOnlyList<TicketRow> Finished { get; private set; } = [];

    /// <summary>What waits beside tickets.</summary>
    public IReadOnlyList<Waiting> Waiting { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync()
    {
        (Open, Finished) = await tickets.MineAsync();
        Waiting = await work.CountAsync(WaitingPages.OnThePhone);
    }
}

using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Incidents;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain.Tickets;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Tickets;

/// <summary>The queue of the desk: what waits, what is late, what is to be followed up.</summary>
public sealed class IndexModel(TicketQueries tickets, TicketSettings settings, CommunityQueries communities, IncidentSigns signs, KnownIncidents incidents, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public QueueShown Shown { get; set; }

    [BindProperty(SupportsGet = true)]
    public TicketKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Department { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Category { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Worker { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Building { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public Paged<TicketRow> Tickets { get; private set; } = null!;

    public QueueFigures Figures { get; private set; } = null!;

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    public IReadOnlyList<DepartmentRow> Departments { get; private set; } = [];

    /// <summary>What looks like one failure.</summary>
    public IReadOnlyList<IncidentSign> Signs { get; private set; } = [];

    /// <summary>What is known to have failed.</summary>
    public IReadOnlyList<KnownIncident> Incidents { get; private set; } = [];

    /// <summary>Where one came from a figure of a report.</summary>
    public TicketsBehind Behind => new(Category, Worker, Building, From, To);

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync()
    {
        await settings.FillAsync();
        Tickets = await tickets.QueueAsync(new QueueFilter(Shown, Kind, Community, Department, Q) { Behind = Behind.IsAny ? Behind : null }, PageNumber);
        (Figures, Communities, Departments) = (await tickets.FiguresAsync(), await communities.NamesAsync(), await settings.DepartmentsAsync());
        (Signs, Incidents) = (await signs.FindAsync(), await incidents.OpenAsync());
    }
}

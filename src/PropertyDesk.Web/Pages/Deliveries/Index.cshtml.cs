using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Deliveries;

/// <summary>Messages to owners: about what, by which channel, and what became of them.</summary>
public sealed class IndexModel(DeliveryQueries queries, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DeliveryKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public DeliveryState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public DeliveryChannel? Channel { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public Paged<DeliveryRow> Deliveries { get; private set; } = null!;

    public IReadOnlyList<DeliveryCount> Counts { get; private set; } = [];

    public IReadOnlyList<StuckChannel> Stuck { get; private set; } = [];

    public Pager Pager => new(Deliveries.Number, Deliveries.Total, Deliveries.Size);

    public async Task OnGetAsync([FromQuery(Name = "page")] int pageNumber = 1)
    {
        var filter = new DeliveryFilter(Kind, State, Q, Channel, From, To);
        (Stuck, Counts) = (await queries.StuckAsync(clock.GetUtcNow()), await queries.CountsAsync(filter));
        Deliveries = await queries.ListAsync(filter, pageNumber);
    }
}

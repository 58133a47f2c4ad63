using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Deliveries;

/// <summary>Messages to owners: which bill, which day, and whether they went out.</summary>
public sealed class IndexModel(DeliveryQueries queries) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DeliveryKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public DeliveryState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public Paged<DeliveryRow> Deliveries { get; private set; } = null!;

    public IReadOnlyList<DeliveryCount> Counts { get; private set; } = [];

    public Pager Pager => new(Deliveries.Number, Deliveries.Total, Deliveries.Size);

    public async Task OnGetAsync([FromQuery(Name = "page")] int pageNumber = 1)
    {
        Counts = await queries.CountsAsync();
        Deliveries = await queries.ListAsync(new DeliveryFilter(Kind, State, Q), pageNumber);
    }
}

using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Disputes;
using PropertyDesk.Domain.Disputes;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Disputes;

/// <summary>Owners' objections to bill lines, the open ones first.</summary>
public sealed class IndexModel(DisputeQueries queries) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public DisputeState? State { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public Paged<DisputeRow> Disputes { get; private set; } = null!;

    public async Task OnGetAsync() => Disputes = await queries.ListAsync(State, PageNumber);
}

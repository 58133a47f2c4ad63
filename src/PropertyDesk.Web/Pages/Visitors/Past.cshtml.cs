using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Visitors;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Visitors;

/// <summary>Visits that are over, as long as they are kept.</summary>
public sealed class PastModel(VisitQueries visits, TimeProvider clock) : DeskPage
{
    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public DateTimeOffset Now => clock.GetUtcNow();

    public Paged<VisitRow> Visits { get; private set; } = null!;

    public async Task OnGetAsync() => Visits = await visits.OverAsync(PageNumber);
}

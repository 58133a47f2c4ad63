using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Events;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Portal.Events;

/// <summary>The events that the owner was told of.</summary>
public sealed class IndexModel(PortalEvents events, TimeProvider clock) : DeskPage
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public Paged<PortalEventRow> Events { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "page")] int pageNumber = 1) => Events = await events.ListAsync(pageNumber);
}

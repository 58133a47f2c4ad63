using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Events;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Events;

/// <summary>All events, what is to come first.</summary>
public sealed class IndexModel(EventQueries events, TimeProvider clock) : DeskPage
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public Paged<EventRow> Events { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "page")] int pageNumber = 1) => Events = await events.ListAsync(pageNumber);
}

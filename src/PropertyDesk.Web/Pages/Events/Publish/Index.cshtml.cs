using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Audiences;
using PropertyDesk.Application.Events;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Events.Publish;

/// <summary>Lets an event out with its notice, after showing whom it reaches.</summary>
public sealed class IndexModel(EventQueries queries, RunEvents events, AudienceReach reach) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>How many owners this page showed.</summary>
    [BindProperty]
    public int? Expected { get; set; }

    public EventDetails Details { get; private set; } = null!;

    public Reached Reach { get; private set; } = null!;

    public override async Task LoadAsync()
    {
        Details = await queries.FindAsync(Id);
        Reach = await reach.CountAsync(Details.Event.CommunityId, Details.Event.Audience, DeliveryKind.Notice);
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await events.PublishAsync(Id, Expected);
        Say(Texts.Of("活动已发布，通知已发出。"));
        return RedirectToPage("/Events/Details", new { Id });
    }
}

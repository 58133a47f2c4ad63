using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Events;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Events;

/// <summary>An event with its figures; what households said is for those who answer for it.</summary>
public sealed class DetailsModel(EventQueries events, CurrentCompany current, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public EventDetails Details { get; private set; } = null!;

    public IReadOnlyList<FeedbackRow> Feedback { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Details = await events.FindAsync(Id);
        Feedback = current.May(Permission.HandleEvents) ? await events.FeedbackAsync(Id) : [];
    }
}

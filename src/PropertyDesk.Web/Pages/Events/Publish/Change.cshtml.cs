using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Events;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Events.Publish;

/// <summary>Another time, place or number of places after it is out.</summary>
public sealed class ChangeModel(EventQueries queries, RunEvents events, CurrentCompany current) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public EventInput Input { get; set; } = new();

    [BindProperty, StringLength(200)]
    public string? Reason { get; set; }

    public EventDetails Details { get; private set; } = null!;

    public override async Task LoadAsync() => Details = await queries.FindAsync(Id);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = EventInput.Of(Details.Event, current.TimeZone);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        await events.CorrectAsync(Id, Input.Plan(current, Domain.Audiences.Audience.Everybody), Reason);
        Say(Texts.Of("活动已更改。"));
        return RedirectToPage("/Events/Details", new { Id });
    }
}

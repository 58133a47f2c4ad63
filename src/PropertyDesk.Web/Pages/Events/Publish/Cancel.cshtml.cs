using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Events;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Events.Publish;

/// <summary>Takes an event off, and tells whoever signed up.</summary>
public sealed class CancelModel(EventQueries queries, RunEvents events) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty, StringLength(200)]
    public string? Reason { get; set; }

    public EventDetails Details { get; private set; } = null!;

    public override async Task LoadAsync() => Details = await queries.FindAsync(Id);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await events.CancelAsync(Id, Reason);
        Say(Texts.Of("活动已取消，报名的家庭会收到消息。"));
        return RedirectToPage("/Events/Details", new { Id });
    }
}

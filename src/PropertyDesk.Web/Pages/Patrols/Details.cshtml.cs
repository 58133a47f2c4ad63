using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Patrols;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Patrols;

/// <summary>One patrol on a phone: stop by stop, and what was found.</summary>
public sealed class DetailsModel(PatrolQueries patrols, WalkPatrols walk, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What was read from a label.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Code { get; set; }

    [BindProperty]
    public Guid RequestId { get; set; }

    [BindProperty]
    public Guid Stop { get; set; }

    [BindProperty, StringLength(200)]
    public string? Point { get; set; }

    [BindProperty, StringLength(500)]
    public string? What { get; set; }

    [BindProperty]
    public bool OpensTicket { get; set; }

    [BindProperty]
    public IFormFile? Photo { get; set; }

    public PatrolDetails Details { get; private set; } = null!;

    /// <summary>The stop whose finding was refused: its form stays open with what was typed.</summary>
    public Guid? Refused { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public override async Task LoadAsync() => Details = await patrols.FindAsync(Id);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostPassAsync()
    {
        await walk.PassAsync(Stop, Code);
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostFindAsync()
    {
        Refused = Stop;
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        await walk.FindAsync(new NewFinding(RequestId, Stop, Code, Point, What, await Photo.ReadAsync(), OpensTicket));
        Say(OpensTicket ? Texts.Of("已记下，工单已开。") : Texts.Of("已记下。"));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostTicketAsync(Guid finding)
    {
        await walk.BecomeTicketAsync(finding);
        Say(Texts.Of("工单已开。"));
        return RedirectToPage(new { Id });
    }
}

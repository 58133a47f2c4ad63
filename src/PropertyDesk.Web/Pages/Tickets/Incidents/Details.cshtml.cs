using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Incidents;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Tickets.Incidents;

/// <summary>One mass failure: what is said, its tickets, its notices, its end.</summary>
public sealed class DetailsModel(IncidentQueries incidents, RunIncidents run, EndIncidents end, IncidentNotices notices, CurrentCompany current, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public SayingInput Saying { get; set; } = new();

    [BindProperty, StringLength(1000)]
    public string? Result { get; set; }

    /// <summary>Whether the owners are asked; else their tickets are closed.</summary>
    [BindProperty]
    public bool Ask { get; set; } = true;

    /// <summary>Although departments were asked for something for its tickets that is not decided.</summary>
    [BindProperty]
    public bool OverOrders { get; set; }

    [BindProperty, MaxLength(2000)]
    public List<Guid> TicketIds { get; set; } = [];

    public IncidentDetails Incident { get; private set; } = null!;

    /// <summary>The words were refused: they stay open.</summary>
    public bool IsSaying { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public int Unfinished => Incident.Tickets.Count(t => Domain.Tickets.TicketFlow.IsOpen(t.State));

    public override async Task LoadAsync()
    {
        Incident = await incidents.FindAsync(Id);
        if (!IsSaying)
        {
            Saying = new SayingInput { Title = Incident.Title, Says = Incident.Says, ExpectedBy = Incident.ExpectedBy is { } by ? TimeZoneInfo.ConvertTime(by, current.TimeZone).DateTime : null };
        }
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostSayAsync()
    {
        IsSaying = true;
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        await run.SayAsync(Id, Saying.ToSaying());
        return Done(Texts.Of("口径已更新。"));
    }

    public async Task<IActionResult> OnPostJoinAsync()
    {
        await run.JoinAsync(Id, TicketIds);
        return Done(Texts.Of("已并入。"));
    }

    /// <summary>Drafts a notice and goes there.</summary>
    public async Task<IActionResult> OnPostNoticeAsync() =>
        current.May(Permission.WriteNotices) ? RedirectToPage("/Notices/Edit/Index", new { id = await notices.DraftAsync(Id) }) : NotFound();

    public async Task<IActionResult> OnPostEndAsync()
    {
        await end.RunAsync(Id, Result, Ask, OverOrders);
        return Done(Ask ? Texts.Of("已结束，工单转待回访。") : Texts.Of("已结束，工单已关。"));
    }

    private RedirectToPageResult Done(string message)
    {
        Say(message);
        return RedirectToPage(new { Id });
    }
}

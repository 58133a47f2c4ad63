using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Incidents;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Patrols;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain.Tickets;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Tickets;

/// <summary>One ticket at the desk: facts, history, and what may be done now.</summary>
public sealed class DetailsModel(TicketQueries tickets, MoveTickets move, TicketSettings settings, ChargeTicket charge, KnownIncidents incidents, RunIncidents run, PatrolQueries patrols, OwnerContacts contacts, CurrentCompany current, TimeProvider clock) : TicketPage(move, clock)
{
    private readonly MoveTickets _move = move;

    public IReadOnlyList<DepartmentRow> Departments { get; private set; } = [];

    public IReadOnlyList<StaffName> Staff { get; private set; } = [];

    /// <summary>Of which the ticket may turn out to be part.</summary>
    public IReadOnlyList<KnownIncident> Incidents { get; private set; } = [];

    /// <summary>That found it; null where it came otherwise.</summary>
    public TicketPatrol? Patrol { get; private set; }

    /// <summary>The owner's number in clear, when somebody asked for it; empty where there is none.</summary>
    public string? Phone { get; private set; }

    public async Task<IActionResult> OnPostRevealAsync()
    {
        await LoadAsync();
        Phone = Details.Row.OwnerId is { } owner ? (await contacts.RevealAsync(owner)).Phone ?? "" : "";
        return Page();
    }

    public override async Task LoadAsync()
    {
        (Details, Departments, Staff) = (await tickets.FindAsync(Id), await settings.DepartmentsAsync(), await settings.StaffAsync());
        Patrol = Details.Source == TicketSource.Patrol && await patrols.OfTicketAsync(Id) is { MaySee: true } patrol ? patrol : null;
        Incidents = Details is { IsOpen: true, Incident: null } ? [.. (await incidents.OpenAsync()).Where(i => i.CommunityId == Details.CommunityId)] : [];
    }

    /// <summary>It is about a known failure.</summary>
    public async Task<IActionResult> OnPostJoinAsync(Guid incident)
    {
        await run.JoinAsync(incident, [Id]);
        return Done();
    }

    /// <summary>It is about something else.</summary>
    public async Task<IActionResult> OnPostLeaveAsync()
    {
        await run.LeaveAsync(Id);
        return Done();
    }

    public async Task<IActionResult> OnPostRemarkAsync()
    {
        await _move.RemarkAsync(Id, Text);
        return Done();
    }

    /// <summary>Bills material and labour; whoever may take the money goes straight on to that.</summary>
    public async Task<IActionResult> OnPostChargeAsync(CancellationToken cancel)
    {
        var owner = await charge.RunAsync(Id, cancel);
        Say(Texts.Of("账单已开，业主可以付款。"));
        return current.May(Permission.TakePayments) ? RedirectToPage("/Payments/Take", new { ownerId = owner }) : RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostEntrustAsync()
    {
        await _move.EntrustAsync(Id, To);
        return Done();
    }

    public async Task<IActionResult> OnPostSettleAsync()
    {
        await _move.SettleAsync(Id, Text);
        return Done();
    }
}

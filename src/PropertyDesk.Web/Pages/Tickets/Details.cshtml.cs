using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Tickets;

/// <summary>One ticket at the desk: facts, history, and what may be done now.</summary>
public sealed class DetailsModel(TicketQueries tickets, MoveTickets move, TicketSettings settings, TimeProvider clock) : TicketPage(move, clock)
{
    private readonly MoveTickets _move = move;

    public IReadOnlyList<DepartmentRow> Departments { get; private set; } = [];

    public IReadOnlyList<StaffName> Staff { get; private set; } = [];

    public override async Task LoadAsync() => (Details, Departments, Staff) = (await tickets.FindAsync(Id), await settings.DepartmentsAsync(), await settings.StaffAsync());

    public async Task<IActionResult> OnPostRemarkAsync()
    {
        await _move.RemarkAsync(Id, Text);
        return Done();
    }

    public async Task<IActionResult> OnPostSettleAsync()
    {
        await _move.SettleAsync(Id, Text);
        return Done();
    }
}

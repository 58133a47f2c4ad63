using PropertyDesk.Application.Tickets;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Work;

/// <summary>One ticket on the phone of whoever does it: call, go there, finish.</summary>
public sealed class DetailsModel(TicketQueries tickets, MoveTickets move, TicketSettings settings, TimeProvider clock) : TicketPage(move, clock)
{
    public IReadOnlyList<DepartmentRow> Departments { get; private set; } = [];

    public IReadOnlyList<StaffName> Staff { get; private set; } = [];

    public override async Task LoadAsync() => (Details, Departments, Staff) = (await tickets.FindAsync(Id), await settings.DepartmentsAsync(), await settings.StaffAsync());
}

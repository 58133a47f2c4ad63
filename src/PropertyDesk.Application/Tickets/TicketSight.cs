using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Application.Tickets;

/// <summary>
/// The one place that says who sees which ticket and may do what to it. The desk: every ticket of its communities. A worker:
/// what was given to the person or to the own departments. An owner: the own ones.
/// </summary>
public sealed class TicketSight(DeskDbContext db)
{
    private static readonly Role[] DeskRoles = [Role.Manager, Role.ServiceDesk, Role.Collector];
    private static readonly TicketVerb[] WorkersVerbs = [TicketVerb.Accept, TicketVerb.Return, TicketVerb.SetOff, TicketVerb.Start, TicketVerb.Wait, TicketVerb.Resume, TicketVerb.Finish];
    private static readonly TicketVerb[] OwnersVerbs = [TicketVerb.Confirm, TicketVerb.Reopen];

    /// <summary>Works at the desk, or is the program itself.</summary>
    public bool IsDesk => db.Current.UserId is null || db.Current.Roles.Any(DeskRoles.Contains);

    /// <summary>Works for the company.</summary>
    public bool IsStaff => db.Current.UserId is null || db.Current.Roles.Any(r => r.IsStaff());

    /// <summary>What whoever works here may see as staff.</summary>
    public IQueryable<Ticket> ForStaff()
    {
        if (IsDesk)
        {
            return db.Tickets;
        }

        var me = IsStaff ? db.Current.UserId : null;
        return db.Tickets.Where(t => me != null && (t.WorkerId == me || (t.WorkerId == null && db.DepartmentMembers.Any(m => m.DepartmentId == t.DepartmentId && m.UserId == me))
            || db.TicketSteps.Any(s => s.TicketId == t.Id && s.ById == me)));
    }

    /// <summary>What was given to whoever works here, or to a department of theirs.</summary>
    public IQueryable<Ticket> Mine()
    {
        var me = db.Current.UserId;
        return db.Tickets.Where(t => me != null && (t.WorkerId == me || (t.WorkerId == null && db.DepartmentMembers.Any(m => m.DepartmentId == t.DepartmentId && m.UserId == me))));
    }

    /// <summary>What the owner records of the login asked for.</summary>
    public IQueryable<Ticket> ForOwner()
    {
        var own = db.Current.OwnerIds;
        return db.Tickets.Where(t => t.OwnerId != null && own.Contains(t.OwnerId.Value));
    }

    /// <summary>The verbs that whoever works here may use on the ticket now, in the order of a screen.</summary>
    public async Task<IReadOnlyList<TicketVerb>> VerbsAsync(Ticket ticket)
    {
        var allowed = TicketFlow.Allowed(ticket.State).Where(v => !TicketFlow.IsOfIncident(v)).ToList();
        if (IsDesk)
        {
            return allowed;
        }

        if (IsStaff && await Mine().AnyAsync(t => t.Id == ticket.Id))
        {
            return [.. allowed.Where(WorkersVerbs.Contains)];
        }

        return ticket.OwnerId is { } owner && db.Current.ActsForOwnerIds.Contains(owner)
            ? [.. allowed.Where(v => OwnersVerbs.Contains(v) || (v == TicketVerb.Cancel && ticket.State == TicketState.New))]
            : [];
    }

    /// <summary>A ticket that is to be changed.</summary>
    /// <exception cref="NotFoundException">There is none, or it is not theirs to see.</exception>
    public async Task<Ticket> FindAsync(Guid id) => NotFoundException.Check(
        // Somebody of the staff may live here, too.
        await ForStaff().Include(t => t.Category).FirstOrDefaultAsync(t => t.Id == id) ?? await ForOwner().Include(t => t.Category).FirstOrDefaultAsync(t => t.Id == id), id);

    /// <summary>A ticket that somebody of the staff works with.</summary>
    /// <exception cref="NotFoundException">There is none, or it is not theirs to see as staff.</exception>
    public async Task<Ticket> FindStaffsAsync(Guid id) => NotFoundException.Check(await ForStaff().FirstOrDefaultAsync(t => t.Id == id), id);

    /// <summary>Whether the login speaks for the owner of the ticket, and not only looks.</summary>
    public bool ActsForOwner(Ticket ticket) => ticket.OwnerId is { } owner && db.Current.ActsForOwnerIds.Contains(owner);
}

using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Incidents;

/// <summary>Ends mass failures, with all their tickets in the same transaction.</summary>
public sealed class EndIncidents(DeskDbContext db, MoveTickets tickets, TimeProvider clock)
{
    /// <param name="ask">The owners of its tickets are still asked whether it is well with them; else the tickets are closed. They are told in both cases.</param>
    /// <param name="overOrders">Although departments were asked for something for its tickets that is not decided.</param>
    /// <exception cref="RuleViolation">It was over before, nothing is said, departments still have to answer, or a ticket was changed by somebody else.</exception>
    public async Task RunAsync(Guid id, string? result, bool ask, bool overOrders = false)
    {
        var incident = NotFoundException.Check(await db.Incidents.FirstOrDefaultAsync(i => i.Id == id), id);
        var by = db.Acting(clock);
        db.Add(incident.End(result, by));
        var open = await db.Tickets.Include(t => t.Category).Where(t => t.IsOpen && t.IncidentId == id).OrderBy(t => t.Number).ToListAsync();
        if (!overOrders)
        {
            await tickets.RequireNoOrdersAsync(open.ConvertAll(t => t.Id));
        }

        await tickets.EndAllAsync(open, ask, incident.Result, by);
        await db.SaveOrRefuseAsync(MoveTickets.Changed);
    }
}

using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Application.Tickets;

/// <summary>Warns of promises that will be broken soon, and escalates those that are; each once.</summary>
public sealed class TicketClocks(DeskDbContext db, TimeProvider clock)
{
    private const int AtOnce = 200;
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(30);

    /// <summary>Twice, or at once on two nodes, it marks each once.</summary>
    public async Task RunAsync(CancellationToken cancel = default)
    {
        var soon = clock.GetUtcNow() + Before;
        var looked = await db.Tickets.Where(t => t.EscalatedAt == null && t.IsOpen && t.State != TicketState.Waiting)
            .Where(t => t.ResolveBy <= soon || (t.RespondedAt == null && t.RespondBy <= soon)).OrderBy(t => t.ResolveBy).Take(AtOnce).Select(t => t.Id).ToListAsync(cancel);
        foreach (var id in looked)
        {
            db.ChangeTracker.Clear();
            var ticket = await db.Tickets.SingleAsync(t => t.Id == id, cancel);
            if (ticket.Look(Before, db.Acting(clock)) is not { } step)
            {
                continue;
            }

            db.Add(step);
            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error))
            {
                // Somebody moved it at this moment, or another node marked it: the next look sees what is now.
            }
        }
    }
}

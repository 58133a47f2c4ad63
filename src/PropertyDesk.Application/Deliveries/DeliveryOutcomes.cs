using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>Writes what became of a message together with the row of its history; whoever comes second sees what the first wrote.</summary>
public sealed class DeliveryOutcomes(DeskDbContext db)
{
    private const int Tries = 10;

    /// <summary>Who acts: a person, or the program's own name.</summary>
    public string By => db.Current.UserName;

    /// <param name="change">Gets the message as it is now and applies a verb; null where nothing is to be done.</param>
    /// <exception cref="NotFoundException">There is no such message here.</exception>
    public async Task ChangeAsync(Guid id, Func<Delivery, DeliveryEvent?> change)
    {
        for (var turn = 1; ; turn++)
        {
            db.ChangeTracker.Clear();
            var message = NotFoundException.Check(await db.Deliveries.FirstOrDefaultAsync(d => d.Id == id), id);
            if (change(message) is { } told)
            {
                db.Add(told);
            }

            try
            {
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
                return;
            }
            catch (DbUpdateConcurrencyException) when (turn < Tries)
            {
                // A receipt, a person or another node was quicker: look again.
            }
        }
    }
}

using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>The gates of a company's channels as rows that all nodes share; who changes one first is heard, the other looks again.</summary>
public sealed class DeliveryGates(DeskDbContext db, TimeProvider clock)
{
    private const int Tries = 20;

    /// <summary>The gate as it is now; it is made when it is first asked for.</summary>
    public async Task<DeliveryGate> FindAsync(DeliveryChannel channel, CancellationToken cancel = default)
    {
        if (await db.DeliveryGates.AsNoTracking().FirstOrDefaultAsync(g => g.Channel == channel, cancel) is { } known)
        {
            return known;
        }

        db.Add(new DeliveryGate(await db.Companies.SingleAsync(c => c.Id == db.Current.Require(), cancel), channel, clock.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            // Another node made it.
        }

        db.ChangeTracker.Clear();
        return await db.DeliveryGates.AsNoTracking().SingleAsync(g => g.Channel == channel, cancel);
    }

    /// <summary>Lets messages pass, if nobody else was quicker since the gate was read.</summary>
    public async Task<bool> TakeAsync(DeliveryGate seen, int count, int perMinute, CancellationToken cancel)
    {
        var version = seen.Version;
        seen.Take(count, perMinute, clock.GetUtcNow());
        return await db.DeliveryGates.Where(g => g.Id == seen.Id && g.Version == version)
            .ExecuteUpdateAsync(set => set.SetProperty(g => g.FreeAt, seen.FreeAt).SetProperty(g => g.Version, seen.Version), cancel) == 1;
    }

    /// <summary>The provider does not serve us.</summary>
    /// <returns>Until when the channel rests.</returns>
    public async Task<DateTimeOffset> FailAsync(DeliveryChannel channel, string problem)
    {
        DateTimeOffset until = default;
        await ChangeAsync(channel, gate => until = gate.Fail(problem, clock.GetUtcNow()));
        return until;
    }

    /// <summary>The provider serves us again, or the settings are new.</summary>
    public async Task RecoverAsync(DeliveryChannel channel)
    {
        if (await db.DeliveryGates.AnyAsync(g => g.Channel == channel && g.Failures > 0))
        {
            await ChangeAsync(channel, gate => gate.Recover());
        }
    }

    private async Task ChangeAsync(DeliveryChannel channel, Action<DeliveryGate> change)
    {
        for (var turn = 1; ; turn++)
        {
            await FindAsync(channel);
            db.ChangeTracker.Clear();
            change(await db.DeliveryGates.SingleAsync(g => g.Channel == channel));
            try
            {
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
                return;
            }
            catch (DbUpdateConcurrencyException) when (turn < Tries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}

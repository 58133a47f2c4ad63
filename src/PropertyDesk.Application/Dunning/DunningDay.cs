using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain.Dunning;

namespace PropertyDesk.Application.Dunning;

/// <summary>What the program does about arrears each day: judges promises, strikes off who has paid, then lets the bills climb.</summary>
public sealed class DunningDay(DeskDbContext db, Promises promises, ClimbLadder ladder, TimeProvider clock)
{
    /// <returns>How many rungs were taken.</returns>
    public async Task<int> RunAsync(DateOnly today, CancellationToken cancel = default)
    {
        await promises.JudgeAsync(today, cancel);
        await StrikeOffAsync(today, cancel);
        return await ladder.RunAsync(today, cancel);
    }

    // Nobody is called, and no letter printed, for owners of whom nothing is overdue any more.
    private async Task StrikeOffAsync(DateOnly today, CancellationToken cancel)
    {
        var late = db.Bills.Open().Where(b => b.DueOn < today);
        var now = clock.GetUtcNow();
        await db.DunningContacts.Where(c => (c.Kind == DunningKind.Call || c.Kind == DunningKind.Letter) && c.Slot != null && !late.Any(b => b.OwnerId == c.OwnerId))
            .Where(c => c.ClaimedUntil == null || c.ClaimedUntil < now)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Slot, (string?)null).SetProperty(c => c.CallOn, (DateOnly?)null).SetProperty(c => c.Version, Guid.NewGuid()), cancel);
    }
}

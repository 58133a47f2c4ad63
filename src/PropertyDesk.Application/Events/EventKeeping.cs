using Microsoft.EntityFrameworkCore;

namespace PropertyDesk.Application.Events;

/// <summary>Forgets owners at their wish.</summary>
public sealed class EventKeeping(DeskDbContext db, SignUps signUps)
{
    /// <summary>
    /// Places at events to come are given up; of the others only the figures stay: how many came, and the score, of nobody in
    /// particular. In the transaction of the caller.
    /// </summary>
    internal async Task EraseOfOwnerAsync(Guid ownerId)
    {
        await signUps.GiveUpAllAsync(ownerId);
        await db.EventSignUps.Where(s => s.OwnerId == ownerId).ExecuteUpdateAsync(set => set
            .SetProperty(s => s.OwnerId, (Guid?)null).SetProperty(s => s.By, (string?)null).SetProperty(s => s.Words, (string?)null));
    }
}

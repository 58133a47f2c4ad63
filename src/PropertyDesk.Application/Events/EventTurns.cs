using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Events;

namespace PropertyDesk.Application.Events;

/// <summary>Who changes who has places comes one after the other.</summary>
internal static class EventTurns
{
    /// <summary>Holds the event until the transaction ends, so that what is read of its places and its list from here on is the last word.</summary>
    /// <exception cref="NotFoundException">There is no such event here.</exception>
    public static async Task<CommunityEvent> HoldEventAsync(this DeskDbContext db, Guid id)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("An event is held by a transaction.");
        }

        await db.CommunityEvents.Where(e => e.Id == id).ExecuteUpdateAsync(set => set.SetProperty(e => e.Version, e => e.Version));
        return NotFoundException.Check(await db.CommunityEvents.FirstOrDefaultAsync(e => e.Id == id), id);
    }
}

using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Events;

namespace PropertyDesk.Application.Events;

/// <summary>Who waits for places of an event.</summary>
public sealed class WaitingList(DeskDbContext db, TimeProvider clock)
{
    /// <summary>Free places go to who waits, in the order of signing up. The caller holds the event, saves, and tells them.</summary>
    /// <returns>Who moved up.</returns>
    internal async Task<IReadOnlyList<EventSignUp>> MoveUpAsync(CommunityEvent held) => held.Free == 0
        ? []
        : held.MoveUp(await db.EventSignUps.Where(s => s.EventId == held.Id && s.State == SignUpState.Waiting).OrderBy(s => s.Number).ToListAsync(), clock.GetUtcNow());
}

using PropertyDesk.Domain.Corrections;

namespace PropertyDesk.Application.Corrections;

internal static class ActingPerson
{
    /// <summary>Who works in the company right now.</summary>
    public static Requester Acting(this DeskDbContext db, TimeProvider clock) =>
        new(db.Current.UserId, db.Current.UserName, clock.GetUtcNow(), db.Current.Today(clock));
}

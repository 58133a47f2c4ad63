using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Owners;

internal static class Homes
{
    /// <summary>The flats that a person owns or rents on a day.</summary>
    public static IQueryable<Unit> HomesOf(this DeskDbContext db, Guid ownerId, DateOnly day) => db.Ownerships
        .Where(o => o.OwnerId == ownerId && o.From <= day && (o.To == null || o.To >= day)).Select(o => o.Unit)
        .Union(db.Leases.Where(l => l.LesseeId == ownerId && l.From <= day && (l.To == null || l.To >= day)).Select(l => l.Unit));
}

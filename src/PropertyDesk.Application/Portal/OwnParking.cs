using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Portal;

/// <summary>A parking space that an own unit uses, with the vehicle.</summary>
public sealed record OwnSpace(Guid UseId, string Number, ParkingSpaceKind Kind, string Unit, string? Plate, Money MonthlyFee, DateOnly From, DateOnly? To);

/// <summary>The parking spaces and vehicles of the units that the login's owners have now.</summary>
public sealed class OwnParking(DeskDbContext db, TimeProvider clock)
{
    public async Task<IReadOnlyList<OwnSpace>> ListAsync()
    {
        var (mine, today) = (db.Current.OwnerIds, db.Current.Today(clock));
        var units = db.Ownerships.Where(o => mine.Contains(o.OwnerId) && (o.To == null || o.To >= today)).Select(o => o.UnitId)
            .Concat(db.Leases.Where(l => mine.Contains(l.LesseeId) && (l.To == null || l.To >= today)).Select(l => l.UnitId));
        return await db.ParkingUses.Where(u => units.Contains(u.UnitId) && (u.To == null || u.To >= today))
            .OrderBy(u => u.ParkingSpace.Number).ThenBy(u => u.From)
            .Select(u => new OwnSpace(u.Id, u.ParkingSpace.Number, u.ParkingSpace.Kind, u.Unit.Code, u.Plate, u.MonthlyFee, u.From, u.To)).ToListAsync();
    }
}

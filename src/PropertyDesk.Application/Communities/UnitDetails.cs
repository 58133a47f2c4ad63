using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Communities;

/// <summary>Everything about one unit.</summary>
public sealed record UnitDetails(
    Guid Id,
    string Code,
    string Community,
    string Building,
    string Entrance,
    string Number,
    decimal Area,
    decimal? InnerArea,
    int? People,
    UnitKind Kind,
    UnitStatus Status,
    DateOnly? HandoverDate,
    OwnersPay OwnersPay,
    IReadOnlyList<UnitOwner> Owners,
    IReadOnlyList<OwnerMeter> Meters,
    IReadOnlyList<OwnerParking> Parking,
    IReadOnlyList<UnitCharge> Charges,
    IReadOnlyList<UnitBill> Bills);

/// <param name="IsPayer">Receives and pays the bills.</param>
public sealed record UnitOwner(Guid Id, string Name, string Phone, DateOnly From, DateOnly? To, decimal Share, bool IsPayer);

/// <summary>What the unit is charged for.</summary>
/// <param name="Subject">The parking space, meter or common meter charged for; empty for the unit itself.</param>
public sealed record UnitCharge(string Item, ChargeMethod Method, string Subject, DateOnly From, DateOnly? To);

public sealed record UnitBill(Guid Id, string Number, BillingMonth Period, string Owner, DateOnly DueOn, Money Total, Money Paid, Money Outstanding);

/// <summary>Reads the page about one unit.</summary>
public sealed class UnitDetailsQuery(DeskDbContext db, TimeProvider clock)
{
    private const int RecentBills = 24;

    /// <exception cref="NotFoundException">There is no such unit here.</exception>
    public async Task<UnitDetails> FindAsync(Guid id)
    {
        var unit = NotFoundException.Check(await db.Units.Include(u => u.Building).AsNoTracking().FirstOrDefaultAsync(u => u.Id == id), id);
        var community = await db.Communities.Where(c => c.Id == unit.CommunityId).Select(c => c.Name).SingleAsync();
        return new UnitDetails(
            unit.Id, unit.Code, community, unit.Building.Name, unit.Entrance, unit.Number, unit.BillingArea, unit.InnerArea, unit.People, unit.Kind, unit.Status, unit.HandoverDate, unit.OwnersPay,
            await OwnersAsync(unit), await new UnitMeters(db).FindAsync([id]), await ParkingAsync(id), await ChargesAsync(id), await BillsAsync(id));
    }

    private async Task<IReadOnlyList<UnitOwner>> OwnersAsync(Unit unit)
    {
        var today = db.Current.Today(clock);
        var owners = await db.Ownerships.Where(o => o.UnitId == unit.Id)
            .OrderBy(o => o.To != null).ThenByDescending(o => o.From).ThenBy(o => o.Position)
            .Select(o => new { o.OwnerId, o.Owner.Name, o.Owner.Phone, o.From, o.To, o.Share, o.Position }).AsNoTracking().ToListAsync();
        var owning = owners.Where(o => o.From <= today && (o.To is null || o.To >= today)).ToList();
        var payers = unit.IsDevelopersOn(today) ? [] : unit.OwnersPay == OwnersPay.ByShares ? owning : owning.OrderBy(o => o.Position).Take(1).ToList();
        return [.. owners.Select(o => new UnitOwner(o.OwnerId, o.Name, Masking.Phone(o.Phone), o.From, o.To, o.Share, payers.Contains(o)))];
    }

    private async Task<IReadOnlyList<OwnerParking>> ParkingAsync(Guid unitId) => await db.ParkingUses
        .Where(p => p.UnitId == unitId)
        .OrderBy(p => p.To != null).ThenBy(p => p.ParkingSpace.Number)
        .Select(p => new OwnerParking(p.ParkingSpace.Number, p.ParkingSpace.Kind, p.Unit.Code, p.Plate, p.MonthlyFee, p.From, p.To))
        .AsNoTracking().ToListAsync();

    private async Task<IReadOnlyList<UnitCharge>> ChargesAsync(Guid unitId) => await db.ChargeAssignments
        .Where(a => a.UnitId == unitId)
        .OrderBy(a => a.To != null).ThenBy(a => a.Tariff.ChargeItem.Priority).ThenBy(a => a.Tariff.ChargeItem.Name).ThenBy(a => a.From)
        .Select(a => new UnitCharge(
            a.Tariff.ChargeItem.Name,
            a.Tariff.Method,
            db.ParkingUses.Where(p => p.Id == a.ParkingUseId).Select(p => p.ParkingSpace.Number).FirstOrDefault()
                ?? db.Meters.Where(m => m.Id == a.MeterId).Select(m => m.Number).FirstOrDefault()
                ?? db.SharedMeters.Where(m => m.Id == a.SharedMeterId).Select(m => m.Name).FirstOrDefault() ?? "",
            a.From, a.To))
        .AsNoTracking().ToListAsync();

    private async Task<IReadOnlyList<UnitBill>> BillsAsync(Guid unitId) => await db.Bills.Published()
        .Where(b => b.UnitId == unitId)
        .OrderByDescending(b => b.Period).Take(RecentBills)
        .Select(b => new UnitBill(b.Id, b.Number, b.Period, b.OwnerName, b.DueOn!.Value, b.Total, b.Paid, b.Outstanding))
        .AsNoTracking().ToListAsync();
}

using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Communities;

/// <summary>What every form about a unit shows above its fields.</summary>
/// <param name="Owners">The owners of today, the first one first.</param>
/// <param name="LastBilled">The latest month with a published bill.</param>
/// <param name="Owed">What is open on the unit's bills, whoever owes it.</param>
public sealed record UnitHead(
    Guid Id, Guid CommunityId, string Community, string Code, decimal Area, decimal? InnerArea, int? People, UnitStatus Status, DateOnly? HandoverDate, OwnersPay OwnersPay,
    IReadOnlyList<HeadOwner> Owners, BillingMonth? LastBilled, Money Owed);

/// <param name="From">First day of the ownership.</param>
public sealed record HeadOwner(Guid Id, string Name, decimal Share, DateOnly From);

/// <summary>Reads the head of a unit.</summary>
public sealed class UnitHeadQuery(DeskDbContext db, TimeProvider clock)
{
    /// <exception cref="NotFoundException">There is no such unit here.</exception>
    public async Task<UnitHead> FindAsync(Guid id)
    {
        var today = db.Current.Today(clock);
        var unit = NotFoundException.Check(await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id), id);
        var owners = await db.Ownerships.Where(o => o.UnitId == id && (o.To == null || o.To >= today))
            .OrderBy(o => o.From).ThenBy(o => o.Position).Select(o => new HeadOwner(o.OwnerId, o.Owner.Name, o.Share, o.From)).ToListAsync();
        return new UnitHead(
            unit.Id, unit.CommunityId, await db.Communities.Where(c => c.Id == unit.CommunityId).Select(c => c.Name).SingleAsync(),
            unit.Code, unit.BillingArea, unit.InnerArea, unit.People, unit.Status, unit.HandoverDate, unit.OwnersPay, owners, await db.LastBilledAsync(id),
            new Money(await db.Bills.Published().Where(b => b.UnitId == id).SumAsync(b => b.Outstanding.Fen)));
    }
}

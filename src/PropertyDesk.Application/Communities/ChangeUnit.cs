using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Communities;

/// <summary>Mends what was put down wrongly when a unit was added.</summary>
public sealed class ChangeUnit(DeskDbContext db, TimeProvider clock)
{
    /// <summary>Says what the unit is; the charges assigned to it stay as they are.</summary>
    public async Task ChangeKindAsync(Guid unitId, UnitKind kind)
    {
        var unit = await FindAsync(unitId);
        unit.ChangeKind(kind);
        await db.SaveChangesAsync();
    }

    /// <summary>Says how many people live in the unit, for tiers and formulas that ask; it holds from the next bill run on.</summary>
    /// <param name="people">Null where nobody knows.</param>
    public async Task CountPeopleAsync(Guid unitId, int? people)
    {
        var unit = await FindAsync(unitId);
        var before = unit.People;
        unit.SetPeople(people);
        var detail = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{before} → {people}");
        db.Add(new UnitEvent(unit, UnitEventKind.PeopleChanged, db.Current.Today(clock), detail, null, db.Current.UserName, clock.GetUtcNow()));
        await db.SaveFactAsync();
    }

    /// <summary>Removes a unit that was added by mistake, with its ownerships.</summary>
    /// <exception cref="RuleViolation">Something was billed, assigned, metered, parked, rented or corrected.</exception>
    public async Task RemoveAsync(Guid unitId)
    {
        var unit = await FindAsync(unitId);
        if (await IsInUseAsync(unitId))
        {
            throw new RuleViolation("{0} 已有收费、仪表、车位、账单或办理记录，不能删除。", [unit.Code]);
        }

        db.RemoveRange(await db.Ownerships.Where(o => o.UnitId == unitId).ToListAsync());
        db.Remove(unit);
        await db.SaveChangesAsync();
    }

    private async Task<Unit> FindAsync(Guid unitId) => NotFoundException.Check(await db.Units.FirstOrDefaultAsync(u => u.Id == unitId), unitId);

    private async Task<bool> IsInUseAsync(Guid unitId) =>
        await db.Bills.AnyAsync(b => b.UnitId == unitId)
        || await db.BillOmissions.AnyAsync(o => o.UnitId == unitId)
        || await db.ChargeAssignments.AnyAsync(a => a.UnitId == unitId)
        || await db.Meters.AnyAsync(m => m.UnitId == unitId)
        || await db.ParkingUses.AnyAsync(p => p.UnitId == unitId)
        || await db.UnitEvents.AnyAsync(e => e.UnitId == unitId);
}

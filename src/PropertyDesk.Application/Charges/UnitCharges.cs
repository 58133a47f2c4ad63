using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;

namespace PropertyDesk.Application.Charges;

/// <summary>A charge of a unit.</summary>
/// <param name="Subject">The parking space, meter or common meter charged for; empty for the unit itself.</param>
/// <param name="IsBilled">There is a bill line of it, or a note why there was none: it can be ended, not removed.</param>
public sealed record UnitChargeRow(Guid Id, Guid TariffId, string Item, ChargeMethod Method, string Subject, DateOnly From, DateOnly? To, bool IsBilled);

/// <summary>A charge that a unit could have and has not.</summary>
public sealed record OpenCharge(Guid TariffId, Guid SubjectId, string Item, ChargeMethod Method, string Subject);

/// <summary>Reads what one unit is charged for, and what it could be.</summary>
public sealed class UnitCharges(DeskDbContext db, TimeProvider clock)
{
    /// <summary>The day that the forms begin with.</summary>
    public DateOnly Today => db.Current.Today(clock);

    public async Task<IReadOnlyList<UnitChargeRow>> ListAsync(Guid unitId) => await db.ChargeAssignments
        .Where(a => a.UnitId == unitId)
        .OrderBy(a => a.To != null).ThenBy(a => a.Tariff.ChargeItem.Priority).ThenBy(a => a.Tariff.ChargeItem.Name).ThenBy(a => a.From)
        .Select(a => new UnitChargeRow(
            a.Id, a.TariffId, a.Tariff.ChargeItem.Name, a.Tariff.Method,
            db.ParkingUses.Where(p => p.Id == a.ParkingUseId).Select(p => p.ParkingSpace.Number).FirstOrDefault()
                ?? db.Meters.Where(m => m.Id == a.MeterId).Select(m => m.Number).FirstOrDefault()
                ?? db.SharedMeters.Where(m => m.Id == a.SharedMeterId).Select(m => m.Name).FirstOrDefault() ?? "",
            a.From, a.To,
            db.BillLines.Any(l => l.ChargeAssignmentId == a.Id) || db.BillOmissions.Any(o => o.ChargeAssignmentId == a.Id)))
        .AsNoTracking().ToListAsync();

    /// <exception cref="NotFoundException">There is no such unit here.</exception>
    public async Task<IReadOnlyList<OpenCharge>> MissingAsync(Guid unitId)
    {
        var unit = NotFoundException.Check(await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Id == unitId), unitId);
        var tariffs = await db.Tariffs.Include(t => t.ChargeItem).AsNoTracking().Where(t => t.CommunityId == unit.CommunityId)
            .OrderBy(t => t.ChargeItem.Priority).ThenBy(t => t.ChargeItem.Name).ToListAsync();
        var open = new List<OpenCharge>();
        foreach (var tariff in tariffs)
        {
            var subjects = await ChargeSubjects.Missing(db, tariff, db.Current.Today(clock)).Where(s => s.UnitId == unitId).Select(s => new { s.Id, s.Name }).ToListAsync();
            open.AddRange(subjects.Select(s => new OpenCharge(tariff.Id, s.Id, tariff.ChargeItem.Name, tariff.Method, s.Name)));
        }

        return open;
    }
}

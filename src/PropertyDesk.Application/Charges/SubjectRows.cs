using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Application.Charges;

/// <summary>Makes the assignments of many subjects of one tariff by a fixed number of queries.</summary>
internal sealed class SubjectRows(DeskDbContext db)
{
    /// <param name="from">None begins before this day, except parking uses, which begin with themselves.</param>
    public async Task<List<ChargeAssignment>> MakeAsync(Tariff tariff, IReadOnlyList<ChargeSubject> subjects, DateOnly from)
    {
        if (subjects.Count == 0)
        {
            return [];
        }

        var community = tariff.CommunityId;
        DateOnly First(ChargeSubject s) => s.Handover > from ? s.Handover.Value : from;
        if (tariff.Method.IsParking())
        {
            var uses = await db.ParkingUses.Include(p => p.Unit).AsNoTracking().Where(p => p.CommunityId == community).ToDictionaryAsync(p => p.Id);
            return [.. subjects.Select(s => ChargeAssignment.OfParking(tariff, uses[s.Id]))];
        }

        if (tariff.Method.IsMetered())
        {
            var meters = await db.Meters.Include(m => m.Unit).AsNoTracking().Where(m => m.CommunityId == community).ToDictionaryAsync(m => m.Id);
            return [.. subjects.Select(s => ChargeAssignment.OfMeter(tariff, meters[s.Id], First(s)))];
        }

        var units = await db.Units.AsNoTracking().Where(u => u.CommunityId == community).ToDictionaryAsync(u => u.Id);
        if (!tariff.Method.IsShared())
        {
            return [.. subjects.Select(s => ChargeAssignment.OfUnit(tariff, units[s.UnitId], First(s)))];
        }

        var shared = await db.SharedMeters.AsNoTracking().Where(m => m.TariffId == tariff.Id).ToDictionaryAsync(m => m.Id);
        var rows = subjects.Select(s => ChargeAssignment.OfSharedMeter(tariff, shared[s.Id], units[s.UnitId], First(s))).ToList();
        if (tariff.Method == ChargeMethod.SharedByMeterShare)
        {
            var kind = tariff.MeterKind ?? MeterKind.Electricity;
            var own = (await db.Meters.AsNoTracking().Where(m => m.CommunityId == community && m.Kind == kind).OrderBy(m => m.Number).ToListAsync()).ToLookup(m => m.UnitId);
            rows.ForEach(row => ShareByOwnMeter(row, own[row.UnitId].FirstOrDefault()));
        }

        return rows;
    }

    private static void ShareByOwnMeter(ChargeAssignment row, Meter? meter)
    {
        if (meter is not null)
        {
            row.ShareByMeter(meter);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Application.Owners;

/// <summary>The meters of some units with their last readings.</summary>
public sealed class UnitMeters(DeskDbContext db)
{
    private const int RecentReadings = 6;

    public async Task<IReadOnlyList<OwnerMeter>> FindAsync(IReadOnlyCollection<Guid> units)
    {
        var meters = await db.Meters.Include(m => m.Unit).Where(m => units.Contains(m.UnitId)).AsNoTracking().ToListAsync();
        var ids = meters.ConvertAll(m => m.Id);
        var readings = (await db.Readings.Where(r => ids.Contains(r.MeterId)).AsNoTracking().ToListAsync()).ToLookup(r => r.MeterId);
        return
        [
            .. meters.OrderBy(m => m.Unit.Code, StringComparer.Ordinal).ThenBy(m => m.Kind).ThenBy(m => m.Number, StringComparer.Ordinal)
                .Select(m => new OwnerMeter(m.Id, m.Number, m.Kind, m.Unit.Code, m.Multiplier, Recent(m, [.. readings[m.Id].OrderByDescending(r => r.Date)]))),
        ];
    }

    private static List<OwnerReading> Recent(Meter meter, List<Reading> newestFirst) =>
        [.. newestFirst.Take(RecentReadings).Select((reading, i) => new OwnerReading(
            reading.Date, reading.Value, i + 1 < newestFirst.Count ? Use(meter, newestFirst[i + 1], reading) : null))];

    private static decimal Use(Meter meter, Reading before, Reading reading) =>
        new MeterPart(meter.Number, before.Date, before.Value, reading.Date, reading.Value, meter.Digits, reading.Rollover, meter.Multiplier).Use;
}

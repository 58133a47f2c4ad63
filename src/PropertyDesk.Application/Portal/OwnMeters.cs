using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Metering;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Application.Portal;

/// <summary>A meter of an own unit with what it counted, month by month, oldest first.</summary>
public sealed record OwnMeter(Guid Id, string Number, MeterKind Kind, string Unit, IReadOnlyList<MonthlyUse> Months);

/// <summary>The use of a month: of the readings taken in it.</summary>
/// <param name="Value">The last reading of the month.</param>
/// <param name="Use">Null for the first reading, with which nothing can be compared.</param>
/// <param name="YearBefore">Of the same month a year before; null where it is not known.</param>
/// <param name="IsEstimated">One of the readings was estimated.</param>
public sealed record MonthlyUse(BillingMonth Month, DateOnly ReadOn, decimal Value, decimal? Use, decimal? YearBefore, bool IsEstimated);

/// <summary>
/// The meters of the units that the login's owners have now. A reading from before their time tells how others lived: it is
/// left out, and so is a use that began before.
/// </summary>
public sealed class OwnMeters(DeskDbContext db, MeterHistories histories, TimeProvider clock)
{
    /// <summary>A year, and the year before to compare with.</summary>
    private const int Remembered = 24;

    public async Task<IReadOnlyList<OwnMeter>> ListAsync()
    {
        var since = await UnitsSinceAsync();
        var units = since.Keys.ToList();
        var read = await histories.ReadAsync(db.Meters.Where(m => units.Contains(m.UnitId)).AsNoTracking());
        var meters = await db.Meters.Where(m => units.Contains(m.UnitId)).Select(m => new { m.Id, m.Number, m.Kind, m.UnitId, Unit = m.Unit.Code }).ToListAsync();
        return
        [
            .. meters.OrderBy(m => m.Unit, StringComparer.Ordinal).ThenBy(m => m.Kind).ThenBy(m => m.Number, StringComparer.Ordinal)
                .Select(m => new OwnMeter(m.Id, m.Number, m.Kind, m.Unit, Months(read[m.Id], since[m.UnitId]))),
        ];
    }

    /// <summary>From which day on the login's owners have each unit, owned or rented.</summary>
    private async Task<Dictionary<Guid, DateOnly>> UnitsSinceAsync()
    {
        var (mine, today) = (db.Current.OwnerIds, db.Current.Today(clock));
        var owned = await db.Ownerships.Where(o => mine.Contains(o.OwnerId) && (o.To == null || o.To >= today)).Select(o => new { o.UnitId, o.From }).ToListAsync();
        var rented = await db.Leases.Where(l => mine.Contains(l.LesseeId) && (l.To == null || l.To >= today)).Select(l => new { l.UnitId, l.From }).ToListAsync();
        return owned.Concat(rented).GroupBy(u => u.UnitId).ToDictionary(u => u.Key, u => u.Min(x => x.From));
    }

    private static List<MonthlyUse> Months(ReadingHistory history, DateOnly since)
    {
        // The reading at the handover is often of the day before.
        var readings = history.Readings.Where(r => r.Date >= since.AddDays(-1)).ToList();
        var uses = readings.Select((r, i) => (Reading: r, Use: i == 0 ? (decimal?)null : history.UseBetween(readings[i - 1], r))).ToList();
        var months = uses.GroupBy(u => BillingMonth.Of(u.Reading.Date)).ToDictionary(m => m.Key, m => m.ToList());
        return
        [
            .. months.OrderBy(m => m.Key).TakeLast(Remembered).Select(m => new MonthlyUse(
                m.Key, m.Value[^1].Reading.Date, m.Value[^1].Reading.Value, Sum(m.Value), months.TryGetValue(BillingMonth.Of(m.Key.FirstDay.AddYears(-1)), out var before) ? Sum(before) : null,
                m.Value.Exists(u => u.Reading.Estimated))),
        ];
    }

    private static decimal? Sum(List<(Reading Reading, decimal? Use)> uses) => uses.Exists(u => u.Use is not null) ? uses.Sum(u => u.Use ?? 0) : null;
}

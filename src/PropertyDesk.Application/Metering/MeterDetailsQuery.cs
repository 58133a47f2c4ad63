using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Application.Metering;

/// <summary>A reading in a meter's history, newest first.</summary>
public sealed record MeterReadingRow(Reading Reading, decimal? Use);

/// <summary>A meter with all that happened to it.</summary>
/// <param name="MayCorrect">The last reading: the only one that can be corrected.</param>
public sealed record MeterDetails(
    Guid Id, string Number, MeterKind Kind, Guid UnitId, string Unit, Guid BuildingId, decimal Multiplier, int Digits, decimal? Average,
    IReadOnlyList<MeterReadingRow> Readings, IReadOnlyList<MeterChange> Changes, IReadOnlyList<ReadingCorrection> Corrections, Guid? MayCorrect, bool LastBilled);

/// <summary>Reads one meter.</summary>
public sealed class MeterDetailsQuery(DeskDbContext db, MeterHistories histories)
{
    /// <exception cref="NotFoundException">There is no such meter here.</exception>
    public async Task<MeterDetails> FindAsync(Guid id)
    {
        var meter = NotFoundException.Check(await db.Meters.Include(m => m.Unit).AsNoTracking().FirstOrDefaultAsync(m => m.Id == id), id);
        var history = (await histories.ReadAsync(db.Meters.Where(m => m.Id == id).AsNoTracking()))[id];
        var readings = history.Readings.Select((r, i) => new MeterReadingRow(r, i == 0 ? null : history.UseBetween(history.Readings[i - 1], r))).Reverse().ToList();
        return new MeterDetails(
            id, meter.Number, meter.Kind, meter.UnitId, meter.Unit.Code, meter.Unit.BuildingId, meter.Multiplier, meter.Digits, history.Average, readings,
            await db.MeterChanges.Where(c => c.MeterId == id).OrderByDescending(c => c.On).AsNoTracking().ToListAsync(),
            await db.ReadingCorrections.Where(c => c.MeterId == id).OrderByDescending(c => c.At).AsNoTracking().ToListAsync(),
            history.Last?.Id, history.Last is { } last && history.IsBilled(last));
    }

    /// <summary>The meter of a reading.</summary>
    /// <exception cref="NotFoundException">There is no such reading here.</exception>
    public async Task<MeterDetails> OfReadingAsync(Guid readingId)
    {
        var meter = await db.Readings.Where(r => r.Id == readingId).Select(r => (Guid?)r.MeterId).FirstOrDefaultAsync();
        return await FindAsync(meter ?? throw new NotFoundException(nameof(Reading)));
    }
}

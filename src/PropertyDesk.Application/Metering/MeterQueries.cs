using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Application.Metering;

/// <summary>What the list of meters is narrowed to.</summary>
/// <param name="Unread">Only meters without a reading in the month.</param>
public sealed record MeterFilter(BillingMonth Month, Guid? CommunityId = null, Guid? BuildingId = null, MeterKind? Kind = null, bool Unread = false, string? Number = null);

/// <summary>A meter in the list, with its last reading.</summary>
public sealed record MeterListRow(Guid Id, string Number, MeterKind Kind, string Unit, DateOnly? LastOn, decimal? Last, bool LastEstimated, bool Read);

/// <summary>A meter on the walk: what it showed before and what it usually uses.</summary>
/// <param name="Previous">What the new reading is compared with; null for a meter never read.</param>
/// <param name="Average">Of a month; null without history.</param>
/// <param name="Today">The reading of the chosen day or a later one in its month; null while it is to be read.</param>
public sealed record MeterStop(
    Guid Id, string Number, MeterKind Kind, string Unit, decimal Multiplier, int Digits, DateOnly? PreviousOn, decimal? Previous, bool PreviousEstimated, decimal? Average, decimal? Estimate, Reading? Today);

/// <summary>Where a meter is.</summary>
public sealed record MeterPlace(Guid Id, Guid BuildingId);

/// <summary>How many meters of a building have a reading in the month.</summary>
public sealed record ReadingProgress(Guid BuildingId, string Building, int Read, int All);

/// <summary>Meters in walking order: building, entrance, room.</summary>
public sealed class MeterQueries(DeskDbContext db, MeterHistories histories)
{
    public async Task<Paged<MeterListRow>> ListAsync(MeterFilter filter, int page = 1)
    {
        var (first, last) = (filter.Month.FirstDay, filter.Month.LastDay);
        return await Walk(Filtered(filter)).Select(m => new MeterListRow(
            m.Id, m.Number, m.Kind, m.Unit.Code,
            db.Readings.Where(r => r.MeterId == m.Id).Max(r => (DateOnly?)r.Date),
            db.Readings.Where(r => r.MeterId == m.Id).OrderByDescending(r => r.Date).Select(r => (decimal?)r.Value).FirstOrDefault(),
            db.Readings.Where(r => r.MeterId == m.Id).OrderByDescending(r => r.Date).Select(r => r.Estimated).FirstOrDefault(),
            db.Readings.Any(r => r.MeterId == m.Id && r.Date >= first && r.Date <= last))).AsNoTracking().ToPageAsync(page);
    }

    /// <summary>The stops of a walk through a building for a day.</summary>
    public async Task<IReadOnlyList<MeterStop>> WalkAsync(Guid buildingId, MeterKind? kind, DateOnly on)
    {
        var meters = db.Meters.Where(m => m.Unit.BuildingId == buildingId && (kind == null || m.Kind == kind)).AsNoTracking();
        var known = await histories.ReadAsync(meters);
        return [.. (await Walk(meters).Include(m => m.Unit).ToListAsync()).Select(m => Stop(m, known[m.Id], on))];
    }

    /// <summary>The meter with a number, or the first one of a room.</summary>
    public async Task<MeterPlace?> FindAsync(string text)
    {
        var meters = await db.Meters.Where(m => m.Number.Contains(text) || m.Unit.Code == text || m.Unit.Number == text)
            .Select(m => new { m.Id, m.Number, m.Unit.BuildingId }).Take(50).ToListAsync();
        return meters.OrderByDescending(m => string.Equals(m.Number, text, StringComparison.OrdinalIgnoreCase)).ThenBy(m => m.Number, StringComparer.Ordinal)
            .Select(m => new MeterPlace(m.Id, m.BuildingId)).FirstOrDefault();
    }

    /// <summary>Read and unread meters of a community's buildings in a month.</summary>
    public async Task<IReadOnlyList<ReadingProgress>> ProgressAsync(Guid communityId, MeterKind? kind, BillingMonth month)
    {
        var (first, last) = (month.FirstDay, month.LastDay);
        var buildings = await db.Buildings.Where(b => b.CommunityId == communityId).OrderBy(b => b.SortOrder).ThenBy(b => b.Name)
            .Select(b => new ReadingProgress(
                b.Id, b.Name,
                db.Meters.Count(m => m.Unit.BuildingId == b.Id && (kind == null || m.Kind == kind) && db.Readings.Any(r => r.MeterId == m.Id && r.Date >= first && r.Date <= last)),
                db.Meters.Count(m => m.Unit.BuildingId == b.Id && (kind == null || m.Kind == kind)))).ToListAsync();
        return [.. buildings.Where(b => b.All > 0)];
    }

    private static MeterStop Stop(Meter meter, ReadingHistory history, DateOnly on)
    {
        var entered = history.Last is { } last && (last.Date >= on || BillingMonth.Of(last.Date) == BillingMonth.Of(on)) ? last : null;
        var counter = history.On(on);
        return new MeterStop(
            meter.Id, meter.Number, meter.Kind, meter.Unit.Code, counter.Multiplier, counter.Digits,
            history.Last?.Date, history.Previous, history.Last?.Estimated == true, history.Average, history.Estimate(on), entered);
    }

    private IQueryable<Meter> Filtered(MeterFilter filter)
    {
        var (first, last, number) = (filter.Month.FirstDay, filter.Month.LastDay, filter.Number?.Trim() ?? "");
        return db.Meters.Where(m => (filter.CommunityId == null || m.CommunityId == filter.CommunityId)
            && (filter.BuildingId == null || m.Unit.BuildingId == filter.BuildingId)
            && (filter.Kind == null || m.Kind == filter.Kind)
            && (number == "" || m.Number.Contains(number) || m.Unit.Code.StartsWith(number))
            && (!filter.Unread || !db.Readings.Any(r => r.MeterId == m.Id && r.Date >= first && r.Date <= last)));
    }

    private static IOrderedQueryable<Meter> Walk(IQueryable<Meter> meters) => meters
        .OrderBy(m => m.Unit.Building.SortOrder).ThenBy(m => m.Unit.Building.Name).ThenBy(m => m.Unit.Entrance)
        .ThenBy(m => m.Unit.Number.Length).ThenBy(m => m.Unit.Number).ThenBy(m => m.Kind).ThenBy(m => m.Number);
}

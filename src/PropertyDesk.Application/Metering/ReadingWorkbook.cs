using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Imports;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Application.Metering;

/// <summary>
/// A month's readings in the form of the import: the reading before and, where there is one, the month's. What is filled
/// in outside comes back through the import, which checks it as the page does.
/// </summary>
public sealed class ReadingWorkbook(DeskDbContext db, MeterHistories histories)
{
    /// <exception cref="NotFoundException">There is no such community here.</exception>
    public async Task<IReadOnlyList<Sheet>> OfAsync(Guid communityId, BillingMonth month)
    {
        NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == communityId), communityId);
        var meters = db.Meters.Where(m => m.CommunityId == communityId).AsNoTracking();
        var known = await histories.ReadAsync(meters);
        var rows = await meters.Include(m => m.Unit.Building)
            .OrderBy(m => m.Unit.Building.SortOrder).ThenBy(m => m.Unit.Entrance).ThenBy(m => m.Unit.Number.Length).ThenBy(m => m.Unit.Number).ThenBy(m => m.Kind).ToListAsync();
        return [new Sheet(SheetForm.Meters.Name, [.. SheetForm.Meters.Columns.Select(c => new SheetHeading(c.Title))], [.. rows.Select(m => Row(m, known[m.Id], month))])];
    }

    private static IReadOnlyList<object?> Row(Meter meter, ReadingHistory history, BillingMonth month)
    {
        var before = history.Readings.LastOrDefault(r => r.Date < month.FirstDay);
        var now = history.Readings.LastOrDefault(r => r.Date >= month.FirstDay && r.Date <= month.LastDay);
        return
        [
            meter.Number, meter.Kind == MeterKind.Water ? "水表" : "电表", meter.Unit.Building.Name, meter.Unit.Entrance, meter.Unit.Number, meter.Multiplier, meter.Digits,
            before?.Value, before?.Date, now?.Value, now?.Date,
        ];
    }
}

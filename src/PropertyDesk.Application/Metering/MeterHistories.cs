using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Application.Metering;

/// <summary>Reads the histories of some meters, by the same few queries however many they are.</summary>
public sealed class MeterHistories(DeskDbContext db)
{
    /// <param name="meters">Which, as a query.</param>
    internal async Task<Dictionary<Guid, ReadingHistory>> ReadAsync(IQueryable<Meter> meters, CancellationToken cancel = default)
    {
        var all = await meters.ToListAsync(cancel);
        var ids = meters.Select(m => m.Id);
        var readings = (await db.Readings.Where(r => ids.Contains(r.MeterId)).ToListAsync(cancel)).ToLookup(r => r.MeterId);
        var changes = (await db.MeterChanges.Where(c => ids.Contains(c.MeterId)).ToListAsync(cancel)).ToLookup(c => c.MeterId);
        var corrections = (await db.ReadingCorrections.Where(c => ids.Contains(c.MeterId)).ToListAsync(cancel)).ToLookup(c => c.MeterId);
        var billed = await BilledAsync(ids, cancel);
        return all.ToDictionary(m => m.Id, m => new ReadingHistory(m, readings[m.Id], changes[m.Id], corrections[m.Id], billed.TryGetValue(m.Id, out var month) ? month.LastDay : null));
    }

    /// <summary>The last month that each meter was billed for, by published lines that stand.</summary>
    private async Task<Dictionary<Guid, BillingMonth>> BilledAsync(IQueryable<Guid> meters, CancellationToken cancel) =>
        (await db.BillLines.Where(l => l.Bill.IssuedOn != null && l.ReversedById == null)
            .Join(db.ChargeAssignments.Where(a => a.MeterId != null && meters.Contains(a.MeterId.Value)), l => l.SourceId, a => a.Id, (l, a) => new { a.MeterId, l.Period })
            .GroupBy(x => x.MeterId!.Value).Select(g => new { g.Key, Last = g.Max(x => x.Period) }).ToListAsync(cancel))
        .ToDictionary(x => x.Key, x => x.Last);
}

using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Reports;

/// <summary>The households of a building and kind: how many were billed for a month, and of how many nothing is open.</summary>
public sealed record HouseholdCount(Guid CommunityId, Guid BuildingId, UnitKind UnitKind, int Billed, int Paid);

/// <summary>
/// Counts the households of a month. Several bills of a unit are one household, which stands where its last bill of the
/// month puts it.
/// </summary>
public sealed class PaidHouseholds(DeskDbContext db, BillEvents events, OpenEvents open)
{
    public async Task<IReadOnlyList<HouseholdCount>> CountAsync(BillingMonth month, DateOnly day, Guid? communityId, CancellationToken cancel = default)
    {
        var bills = events.BilledUpTo(day, communityId).Where(b => b.Period == month);
        var rows = await open.At(day, bills).GroupBy(b => new { b.CommunityId, b.BuildingId, b.UnitKind, b.UnitId })
            .Select(g => new { g.Key.CommunityId, g.Key.BuildingId, g.Key.UnitKind, Open = g.Sum(b => b.Fen) })
            .GroupBy(u => new { u.CommunityId, u.BuildingId, u.UnitKind })
            .Select(g => new { g.Key, Billed = g.Count(), Paid = g.Count(u => u.Open <= 0) }).ToListAsync(cancel);
        return [.. rows.Select(r => new HouseholdCount(r.Key.CommunityId, r.Key.BuildingId, r.Key.UnitKind, r.Billed, r.Paid)), .. await MovedAsync(day, bills, cancel)];
    }

    /// <summary>What is counted too often of units that changed their kind within the month, and were billed anew; there is hardly ever one.</summary>
    private async Task<IReadOnlyList<HouseholdCount>> MovedAsync(DateOnly day, IQueryable<Bill> bills, CancellationToken cancel)
    {
        // What the monthly run billed of a unit is of one moment: only what other runs add can stand elsewhere.
        var units = await (
            from b in bills
            where db.BillRuns.Any(r => r.Id == b.BillRunId && r.Kind != BillRunKind.Monthly)
            from o in bills
            where o.UnitId == b.UnitId && (o.BuildingId != b.BuildingId || o.UnitKind != b.UnitKind)
            select b.UnitId).Distinct().ToListAsync(cancel);
        if (units.Count == 0)
        {
            return [];
        }

        var theirs = bills.Where(b => units.Contains(b.UnitId));
        var last = (await theirs.Select(b => new { b.Id, b.UnitId, b.IssuedOn, b.Number }).ToListAsync(cancel))
            .GroupBy(b => b.UnitId).Select(g => g.OrderBy(b => b.IssuedOn).ThenBy(b => b.Number.Length).ThenBy(b => b.Number, StringComparer.Ordinal).Last().Id).ToHashSet();
        var parts = await open.At(day, theirs).ToListAsync(cancel);
        return
        [
            .. parts.GroupBy(p => p.UnitId).SelectMany(unit =>
            {
                var places = unit.GroupBy(p => (p.CommunityId, p.BuildingId, p.UnitKind)).ToList();
                var home = places.Single(place => place.Any(p => last.Contains(p.BillId))).Key;
                return places.Select(place => new HouseholdCount(place.Key.CommunityId, place.Key.BuildingId, place.Key.UnitKind, -1, -PaidOf(place)))
                    .Append(new HouseholdCount(home.CommunityId, home.BuildingId, home.UnitKind, 1, PaidOf(unit)));
            }),
        ];
    }

    private static int PaidOf(IEnumerable<OpenAmount> parts) => parts.Sum(p => p.Fen) <= 0 ? 1 : 0;
}

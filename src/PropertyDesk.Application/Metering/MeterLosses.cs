using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Application.Metering;

/// <summary>A master meter's month.</summary>
/// <param name="Reach">The building behind it; empty for the whole community.</param>
/// <param name="Previous">Of the month, or where it is not read yet what the month before ended with.</param>
/// <param name="Behind">How many meters of units are behind it.</param>
/// <param name="Unread">How many of them have no reading in the month: the loss is not to be trusted before they have.</param>
public sealed record MasterMonth(Guid Id, string Name, MeterKind Kind, string Reach, decimal Multiplier, decimal? Previous, decimal? Current, MeterLoss Loss, int Behind, int Unread);

/// <summary>Sets each master meter against the meters behind it, for the settlement with the water and power company.</summary>
public sealed class MeterLosses(DeskDbContext db, MeterHistories histories)
{
    public async Task<IReadOnlyList<MasterMonth>> OfAsync(Guid communityId, BillingMonth month)
    {
        var masters = await db.MasterMeters.AsNoTracking().Where(m => m.CommunityId == communityId).OrderBy(m => m.Kind).ThenBy(m => m.Name).ToListAsync();
        if (masters.Count == 0)
        {
            return [];
        }

        var buildings = await db.Buildings.Where(b => b.CommunityId == communityId).ToDictionaryAsync(b => b.Id, b => b.Name);
        var read = (await db.MasterReadings.AsNoTracking().Where(r => r.CommunityId == communityId && (r.Period == month || r.Period == month.Previous)).ToListAsync()).ToLookup(r => r.MasterMeterId);
        var units = await UnitsAsync(communityId, month);
        var common = await CommonAsync(communityId, month);
        return
        [
            .. masters.Select(m =>
            {
                var now = read[m.Id].FirstOrDefault(r => r.Period == month);
                var behind = units.Where(u => u.Kind == m.Kind && (m.BuildingId is null || u.BuildingId == m.BuildingId)).ToList();
                var shared = common.Where(c => c.Kind == m.Kind && (m.BuildingId is null || c.BuildingId == m.BuildingId)).Sum(c => c.Use);
                return new MasterMonth(
                    m.Id, m.Name, m.Kind, m.BuildingId is { } b ? buildings[b] : "", m.Multiplier,
                    now?.Previous ?? read[m.Id].FirstOrDefault()?.Current, now?.Current,
                    new MeterLoss((now?.Current - now?.Previous) * m.Multiplier, behind.Sum(u => u.Use ?? 0), shared), behind.Count, behind.Count(u => u.Use is null));
            }),
        ];
    }

    /// <summary>The same as a table.</summary>
    public async Task<IReadOnlyList<Sheet>> SheetAsync(Guid communityId, BillingMonth month)
    {
        NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == communityId), communityId);
        var headings = new[] { "总表", "类型", "范围", "倍率", "上期读数", "本期读数", "总表用量", "分户表用量", "公摊表用量", "损耗", "损耗率（%）", "分户表数", "未抄" };
        return
        [
            new Sheet(Texts.Of("总表与损耗"), [.. headings.Select(h => new SheetHeading(Texts.Of(h)))],
            [
                .. (await OfAsync(communityId, month)).Select(m => (IReadOnlyList<object?>)
                    [m.Name, Words.Of(m.Kind), m.Reach, m.Multiplier, m.Previous, m.Current, m.Loss.Master, m.Loss.Units, m.Loss.Common, m.Loss.Lost, m.Loss.Percent, m.Behind, m.Unread]),
            ]),
        ];
    }

    // What each meter used in the month; null where it has no reading in it.
    private async Task<List<(MeterKind Kind, Guid BuildingId, decimal? Use)>> UnitsAsync(Guid communityId, BillingMonth month)
    {
        var meters = db.Meters.AsNoTracking().Where(m => m.CommunityId == communityId);
        var known = await histories.ReadAsync(meters);
        var places = await meters.Select(m => new { m.Id, m.Kind, m.Unit.BuildingId }).ToListAsync();
        return places.ConvertAll(p => (p.Kind, p.BuildingId, UseIn(known[p.Id], month)));
    }

    private static decimal? UseIn(ReadingHistory history, BillingMonth month)
    {
        var pairs = history.Readings.Zip(history.Readings.Skip(1)).Where(p => p.Second.Date >= month.FirstDay && p.Second.Date <= month.LastDay).ToList();
        return pairs.Count == 0 ? null : pairs.Sum(p => history.UseBetween(p.First, p.Second));
    }

    private async Task<List<(MeterKind Kind, Guid? BuildingId, decimal Use)>> CommonAsync(Guid communityId, BillingMonth month)
    {
        var rows = await db.SharedReadings.Where(r => r.CommunityId == communityId && r.Period == month)
            .Join(db.SharedMeters, r => r.SharedMeterId, m => m.Id, (r, m) => new { r.Previous, r.Current, m.Kind, m.BuildingId, m.Multiplier }).ToListAsync();
        return rows.ConvertAll(r => (r.Kind, r.BuildingId, (r.Current - r.Previous) * r.Multiplier));
    }
}

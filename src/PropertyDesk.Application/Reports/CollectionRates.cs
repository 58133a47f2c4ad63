using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application.Reports;

/// <summary>
/// The collection rate of a month as of any day (rules of the money, section 7). The window of a community opens on the day
/// on which its bills of the month were issued: what was open of earlier months then is the opening, what came in for them
/// from then on is collected of the past. Money is summed by the database, for all communities at once; this only cuts the
/// sums up.
/// </summary>
public sealed class CollectionRates(DeskDbContext db, BillEvents events, BillLedger ledger)
{
    /// <param name="communityId">Null for all communities that the user may see.</param>
    public async Task<CollectionReport> ReportAsync(BillingMonth month, DateOnly cutOff, Guid? communityId = null, CancellationToken cancel = default)
    {
        var communities = await db.Communities.Where(c => communityId == null || c.Id == communityId).ToDictionaryAsync(c => c.Id, c => c.Name, cancel);
        var buildings = await db.Buildings.Where(b => communityId == null || b.CommunityId == communityId).ToDictionaryAsync(b => b.Id, b => new { b.Name, b.SortOrder }, cancel);
        var items = await db.ChargeItems.ToDictionaryAsync(i => i.Id, i => i.Name, cancel);
        var id = db.Current.Require();
        var waiversAsCollected = await db.Companies.Where(c => c.Id == id).Select(c => c.WaiversAsCollected).SingleAsync(cancel);
        var sums = await SumsAsync(month, cutOff, communityId, cancel);
        var households = await HouseholdsAsync(month, cutOff, communityId, cancel);
        var open = (await ledger.ReceivableAsync(month, cutOff, communityId, cancel)).ToLookup(r => (r.CommunityId, r.BuildingId, r.UnitKind), r => r.Amount);
        var paces = sums.GroupBy(s => s.Key).Select(g => Figures(g, 12 - month.Month) with { WaiversAsCollected = waiversAsCollected }).ToList();
        var cells = sums.GroupBy(s => s.Key).Zip(paces, (g, figures) => new Cell(g.Key, figures))
            .Concat(households.Select(h => new Cell(h.Key, h.Figures)))
            .OrderBy(c => communities[c.Key.CommunityId], StringComparer.Ordinal).ThenBy(c => buildings[c.Key.BuildingId].SortOrder).ThenBy(c => Item(c), StringComparer.Ordinal)
            .ToList();

        var whole = new Choice(communityId is null ? "" : $"community={communityId}");
        var scope = communities.Count == 1 ? communities.Values.Single() : Texts.Of("全部小区");
        return new CollectionReport(scope, month, cutOff, Row(Texts.Of("合计"), cells, whole),
        [
            Group(Texts.Of("小区"), cells, c => communities[c.Key.CommunityId], c => whole.And("community", c.Key.CommunityId)),
            Group(Texts.Of("楼栋"), cells, c => communities.Count == 1 ? Building(c) : $"{communities[c.Key.CommunityId]} {Building(c)}", c => whole.And("building", c.Key.BuildingId)),
            Group(Texts.Of("收费项目"), cells.Where(c => c.Key.ChargeItemId is not null), Item, c => whole.And("item", Uri.EscapeDataString(Item(c))), isProven: false),
            Group(Texts.Of("房屋类型"), cells, c => Words.Of(c.Key.UnitKind), c => whole.And("unitKind", c.Key.UnitKind)),
        ])
        {
            WaiversAsCollected = waiversAsCollected,
        };

        string Building(Cell cell) => buildings[cell.Key.BuildingId].Name;
        string Item(Cell cell) => cell.Key.ChargeItemId is { } item ? items.GetValueOrDefault(item, "") : "";
        CollectionRow Row(string name, IReadOnlyCollection<Cell> part, Choice choice, bool isProven = true)
        {
            var figures = part.Aggregate(CollectionFigures.None, (sum, c) => sum + c.Figures);
            var proof = isProven ? Money.Sum(part.Select(c => (c.Key.CommunityId, c.Key.BuildingId, c.Key.UnitKind)).Distinct().SelectMany(k => open[k])) : figures.Closing;
            return new CollectionRow(name, figures, proof) { Rows = choice.Query };
        }

        CollectionGroup Group(string title, IEnumerable<Cell> all, Func<Cell, string> by, Func<Cell, Choice> choice, bool isProven = true) =>
            new(title, [.. all.GroupBy(by).Select(g => Row(g.Key, [.. g], choice(g.First()), isProven))]);
    }

    /// <summary>The latest month with published bills.</summary>
    public async Task<BillingMonth?> LatestMonthAsync(CancellationToken cancel = default)
    {
        var latest = await db.BillRuns.Where(r => r.State != BillRunState.Draft).OrderByDescending(r => r.Period).Take(1).Select(r => new { r.Period }).FirstOrDefaultAsync(cancel);
        return latest?.Period;
    }

    private static CollectionFigures Figures(IEnumerable<Sum> sums, int monthsLeft)
    {
        var figures = new CollectionFigures();
        foreach (var s in sums)
        {
            var (net, year) = (s.Billed - s.Red - s.Waived, s.IsYear);
            figures += (s.IsCurrent, s.IsBefore) switch
            {
                (true, _) => new CollectionFigures { Billed = new(s.Billed), Red = new(s.Red), Waived = new(s.Waived), Collected = new(s.Collected) },
                (false, true) => new CollectionFigures { Opening = new(net - s.Collected) },
                // A bill of an earlier month that was issued after the window opened is arrears of this window as well.
                _ => new CollectionFigures { Opening = new(s.Billed), PriorRed = new(s.Red), PriorWaived = new(s.Waived), PriorCollected = new(s.Collected) },
            };
            figures += new CollectionFigures
            {
                YearStandard = new(year ? net + (s.IsCurrent ? net * monthsLeft : 0) : 0),
                YearCollected = new(year ? s.Collected : 0),
            };
        }

        return figures;
    }

    private async Task<IReadOnlyList<Sum>> SumsAsync(BillingMonth month, DateOnly cutOff, Guid? communityId, CancellationToken cancel)
    {
        var (january, never) = (new BillingMonth(month.Year, 1), month.Next.FirstDay);
        var opens = events.WindowsOf(month, cutOff);
        var rows = await (
            from e in events.UpTo(cutOff, communityId)
            where e.Period <= month
            join o in opens on e.CommunityId equals o.CommunityId into windows
            from o in windows.DefaultIfEmpty()
            group e by new { e.CommunityId, e.BuildingId, e.UnitKind, e.ChargeItemId, IsCurrent = e.Period == month, IsYear = e.Period >= january, IsBefore = e.On < (o.Opens ?? never) } into g
            select new { g.Key, Billed = g.Sum(e => e.Billed), Red = g.Sum(e => e.Red), Waived = g.Sum(e => e.Waived), Collected = g.Sum(e => e.Collected) }).ToListAsync(cancel);
        return rows.ConvertAll(r => new Sum(
            new(r.Key.CommunityId, r.Key.BuildingId, r.Key.UnitKind, r.Key.ChargeItemId), r.Key.IsCurrent, r.Key.IsYear, r.Key.IsBefore, r.Billed, r.Red, r.Waived, r.Collected));
    }

    /// <summary>Households that were billed for the month, and those of which nothing is open; several bills of a unit are one household.</summary>
    private async Task<IEnumerable<(Place Key, CollectionFigures Figures)>> HouseholdsAsync(BillingMonth month, DateOnly cutOff, Guid? communityId, CancellationToken cancel)
    {
        var rows = await events.UpTo(cutOff, communityId).Where(e => e.Period == month)
            .GroupBy(e => new { e.CommunityId, e.BuildingId, e.UnitKind, e.UnitId })
            .Select(g => new { g.Key.CommunityId, g.Key.BuildingId, g.Key.UnitKind, Open = g.Sum(e => e.Billed - e.Red - e.Waived - e.Collected) })
            .GroupBy(u => new { u.CommunityId, u.BuildingId, u.UnitKind })
            .Select(g => new { g.Key, Billed = g.Count(), Paid = g.Count(u => u.Open <= 0) }).ToListAsync(cancel);
        return rows.Select(r => (new Place(r.Key.CommunityId, r.Key.BuildingId, r.Key.UnitKind, null), new CollectionFigures { Households = r.Billed, HouseholdsPaid = r.Paid }));
    }

    /// <summary>The smallest piece: an item on a kind of unit in a building. Households, who have no item, are pieces without one.</summary>
    private sealed record Place(Guid CommunityId, Guid BuildingId, UnitKind UnitKind, Guid? ChargeItemId);

    private sealed record Cell(Place Key, CollectionFigures Figures);

    private sealed record Sum(Place Key, bool IsCurrent, bool IsYear, bool IsBefore, long Billed, long Red, long Waived, long Collected);

    private sealed record Choice(string Query)
    {
        public Choice And(string name, object value) => new(Query.Length == 0 ? $"{name}={value}" : $"{Query}&{name}={value}");
    }
}

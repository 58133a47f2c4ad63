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
/// from then on is collected of the past. The stored sums of all communities are read at once; this only cuts them up.
/// </summary>
public sealed class CollectionRates(DeskDbContext db, BillEvents events, BillSums stored)
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
        var open = sums.ToLookup(s => (s.Key.CommunityId, s.Key.BuildingId, s.Key.UnitKind), s => new Money(s.All.Posted));
        var paces = sums.GroupBy(s => s.Key).Select(g => Figures(g, 12 - month.Month) with { WaiversAsCollected = waiversAsCollected }).ToList();
        var cells = sums.GroupBy(s => s.Key).Zip(paces, (g, figures) => new Cell(g.Key, figures))
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

    /// <summary>What was billed for a month by the end of each day, what came off and in, and how many households had paid.</summary>
    public async Task<IReadOnlyList<CollectionFigures>> OfMonthAsync(BillingMonth month, Guid? communityId, IReadOnlyList<DateOnly> days, CancellationToken cancel = default)
    {
        var rows = await stored.ByDay(communityId).Where(s => s.Period == month).GroupBy(s => s.On).SumUp().ToListAsync(cancel);
        return [.. days.Select(day => rows.Where(r => r.Key <= day).Aggregate(CollectionFigures.None, (sum, r) => sum + Current(r)))];
    }

    /// <summary>The latest month with published bills.</summary>
    public async Task<BillingMonth?> LatestMonthAsync(CancellationToken cancel = default)
    {
        var latest = await db.BillRuns.Where(r => r.State != BillRunState.Draft).OrderByDescending(r => r.Period).Take(1).Select(r => new { r.Period }).FirstOrDefaultAsync(cancel);
        return latest?.Period;
    }

    private static CollectionFigures Current(Summed s) => new()
    {
        Billed = new(s.Billed),
        Red = new(s.Red),
        Waived = new(s.Waived),
        Collected = new(s.Collected),
        Households = s.Households,
        HouseholdsPaid = s.HouseholdsPaid,
    };

    private static CollectionFigures Figures(IEnumerable<Sum> sums, int monthsLeft)
    {
        var figures = new CollectionFigures();
        foreach (var s in sums)
        {
            var (net, year) = (s.All.Open + s.All.Collected, s.IsYear);
            figures += (s.IsCurrent, s.IsBefore) switch
            {
                (true, _) => Current(s.All),
                (false, true) => new CollectionFigures { Opening = new(s.All.Open) },
                // A bill of an earlier month that was issued after the window opened is arrears of this window as well.
                _ => new CollectionFigures { Opening = new(s.All.Billed), PriorRed = new(s.All.Red), PriorWaived = new(s.All.Waived), PriorCollected = new(s.All.Collected) },
            };
            figures += new CollectionFigures
            {
                YearStandard = new(year ? net + (s.IsCurrent ? net * monthsLeft : 0) : 0),
                YearCollected = new(year ? s.All.Collected : 0),
            };
        }

        return figures;
    }

    private async Task<IReadOnlyList<Sum>> SumsAsync(BillingMonth month, DateOnly cutOff, Guid? communityId, CancellationToken cancel)
    {
        // Communities whose window opened on the same day are read at once; most companies have one such day, or a few.
        var windows = await events.WindowsOf(month, cutOff).Where(o => communityId == null || o.CommunityId == communityId).ToListAsync(cancel);
        var sums = new List<Sum>();
        foreach (var window in windows.GroupBy(o => o.Opens ?? month.Next.FirstDay))
        {
            sums.AddRange(await SumsAsync(month, cutOff, window.Key, [.. window.Select(o => o.CommunityId)], cancel));
        }

        return sums;
    }

    private async Task<IEnumerable<Sum>> SumsAsync(BillingMonth month, DateOnly cutOff, DateOnly opens, Guid[] communities, CancellationToken cancel)
    {
        var january = new BillingMonth(month.Year, 1);
        var rows = await stored.CutAt(null, [opens, cutOff]).Where(s => communities.Contains(s.CommunityId) && s.Period <= month && s.On <= cutOff)
            .GroupBy(s => new { s.CommunityId, s.BuildingId, s.UnitKind, s.ChargeItemId, IsCurrent = s.Period == month, IsYear = s.Period >= january, IsBefore = s.On < opens })
            .SumUp().ToListAsync(cancel);
        return rows.Select(r => new Sum(
            new(r.Key.CommunityId, r.Key.BuildingId!.Value, r.Key.UnitKind!.Value, r.Key.ChargeItemId), r.Key.IsCurrent, r.Key.IsYear, r.Key.IsBefore, r));
    }

    /// <summary>The smallest piece: an item on a kind of unit in a building. What the ledger has and what is counted, which know no item, are a piece without one.</summary>
    private sealed record Place(Guid CommunityId, Guid BuildingId, UnitKind UnitKind, Guid? ChargeItemId);

    private sealed record Cell(Place Key, CollectionFigures Figures);

    private sealed record Sum(Place Key, bool IsCurrent, bool IsYear, bool IsBefore, Summed All);

    private sealed record Choice(string Query)
    {
        public Choice And(string name, object value) => new(Query.Length == 0 ? $"{name}={value}" : $"{Query}&{name}={value}");
    }
}

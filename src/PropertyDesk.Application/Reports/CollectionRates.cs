using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application.Reports;

/// <summary>
/// The collection rate of a month as of any day (rules of the money, section 7). The window of a community opens on the day
/// on which its bills of the month were issued: what was open of earlier months then is the opening, what came in for them
/// from then on is collected of the past. Money is summed by the database; this only cuts the sums up.
/// </summary>
public sealed class CollectionRates(DeskDbContext db)
{
    /// <param name="communityId">Null for all communities that the user may see.</param>
    public async Task<CollectionReport> ReportAsync(BillingMonth month, DateOnly cutOff, Guid? communityId = null, CancellationToken cancel = default)
    {
        var communities = await db.Communities.Where(c => communityId == null || c.Id == communityId).OrderBy(c => c.Name).Select(c => new { c.Id, c.Name }).ToListAsync(cancel);
        var cells = new List<Cell>();
        foreach (var community in communities)
        {
            cells.AddRange(await CellsAsync(community.Id, community.Name, month, cutOff, cancel));
        }

        var scope = communities.Count == 1 ? communities[0].Name : Texts.Of("全部小区");
        return new CollectionReport(scope, month, cutOff, Row(Texts.Of("合计"), cells),
        [
            Group(Texts.Of("小区"), cells, c => c.Community),
            Group(Texts.Of("楼栋"), cells, c => communities.Count == 1 ? c.Building : $"{c.Community} {c.Building}"),
            Group(Texts.Of("收费项目"), cells.Where(c => c.Item.Length > 0), c => c.Item),
        ]);
    }

    /// <summary>The latest month with published bills.</summary>
    public async Task<BillingMonth?> LatestMonthAsync(CancellationToken cancel = default)
    {
        var latest = await db.BillRuns.Where(r => r.State != BillRunState.Draft).OrderByDescending(r => r.Period).Take(1).Select(r => new { r.Period }).FirstOrDefaultAsync(cancel);
        return latest?.Period;
    }

    private static CollectionGroup Group(string title, IEnumerable<Cell> cells, Func<Cell, string> by) =>
        new(title, [.. cells.GroupBy(by).Select(g => Row(g.Key, g))]);

    private static CollectionRow Row(string name, IEnumerable<Cell> cells)
    {
        var all = cells.ToList();
        return new CollectionRow(name, all.Aggregate(CollectionFigures.None, (sum, c) => sum + c.Figures), Money.Sum(all.Select(c => c.Open)));
    }

    private async Task<IEnumerable<Cell>> CellsAsync(Guid communityId, string name, BillingMonth month, DateOnly cutOff, CancellationToken cancel)
    {
        var bills = db.Bills.Published().Where(b => b.CommunityId == communityId && b.Period <= month && b.IssuedOn <= cutOff);
        var opens = await bills.Where(b => b.Period == month).MinAsync(b => b.IssuedOn, cancel) ?? month.Next.FirstDay;
        var billed = await db.BillLines.Where(l => bills.Any(b => b.Id == l.BillId))
            .GroupBy(l => new { Building = l.Bill.Unit.Building.Name, Order = l.Bill.Unit.Building.SortOrder, l.ItemName, IsCurrent = l.Period == month })
            .Select(g => new { g.Key.Building, g.Key.Order, g.Key.ItemName, g.Key.IsCurrent, Fen = g.Sum(l => l.Amount.Fen) }).ToListAsync(cancel);
        var paid = (await db.Allocations.Where(a => a.CommunityId == communityId && a.Period <= month && a.AppliedOn <= cutOff)
            .GroupBy(a => new { Building = a.Bill.Unit.Building.Name, a.BillLine.ItemName, IsCurrent = a.Period == month, IsBefore = a.AppliedOn < opens })
            .Select(g => new { g.Key.Building, g.Key.ItemName, g.Key.IsCurrent, g.Key.IsBefore, Fen = g.Sum(a => a.Amount.Fen) }).ToListAsync(cancel))
            .ToLookup(p => (p.Building, p.ItemName));
        var credited = await CreditedAsync(communityId, month, cutOff, opens, cancel);
        var byItem = billed.GroupBy(b => (b.Building, b.Order, b.ItemName)).Select(g =>
        {
            long Billed(bool isCurrent) => g.Where(b => b.IsCurrent == isCurrent).Sum(b => b.Fen);
            long Paid(bool isCurrent, bool isBefore) => paid[(g.Key.Building, g.Key.ItemName)].Where(p => p.IsCurrent == isCurrent && p.IsBefore == isBefore).Sum(p => p.Fen);
            Money Off(bool isRed, bool isCurrent, bool isBefore) => new(credited[(g.Key.Building, g.Key.ItemName)]
                .Where(c => c.IsRed == isRed && c.IsCurrent == isCurrent && c.IsBefore == isBefore).Sum(c => c.Fen));
            var figures = new CollectionFigures
            {
                Opening = new Money(Billed(false) - Paid(false, isBefore: true)) - Off(isRed: true, false, true) - Off(isRed: false, false, true),
                PriorRed = Off(isRed: true, false, isBefore: false),
                PriorWaived = Off(isRed: false, false, isBefore: false),
                Red = Off(isRed: true, true, isBefore: false) + Off(isRed: true, true, isBefore: true),
                Waived = Off(isRed: false, true, isBefore: false) + Off(isRed: false, true, isBefore: true),
                PriorCollected = new Money(Paid(false, isBefore: false)),
                Billed = new Money(Billed(true)),
                Collected = new Money(Paid(true, isBefore: false) + Paid(true, isBefore: true)),
            };
            return new Cell(name, g.Key.Building, g.Key.Order, g.Key.ItemName, figures, Money.Zero);
        });
        var open = await OpenAsync(bills, cutOff, cancel);
        var households = await HouseholdsAsync(bills.Where(b => b.Period == month), cutOff, cancel);
        return byItem.OrderBy(c => c.Order).ThenBy(c => c.Item, StringComparer.Ordinal)
            .Select(c => c with { Open = open.GetValueOrDefault((c.Building, c.Item)) })
            .Concat(households.Select(h => new Cell(name, h.Key, 0, "", new CollectionFigures { Households = h.Value.Billed, HouseholdsPaid = h.Value.Paid }, Money.Zero)));
    }

    /// <summary>
    /// What came off the lines: red entries, and whatever was waived or agreed beforehand. A line below zero that was set
    /// against another one cancels out within the bill, but not within its item: it counts there as waived.
    /// </summary>
    private async Task<ILookup<(string Building, string Item), (bool IsRed, bool IsCurrent, bool IsBefore, long Fen)>> CreditedAsync(
        Guid communityId, BillingMonth month, DateOnly cutOff, DateOnly opens, CancellationToken cancel) =>
        (await db.BillCredits.Where(c => c.CommunityId == communityId && c.Period <= month && c.On <= cutOff)
            .GroupBy(c => new { Building = c.Bill.Unit.Building.Name, c.BillLine.ItemName, IsRed = c.Kind == BillCreditKind.RedEntry, IsCurrent = c.Period == month, IsBefore = c.On < opens })
            .Select(g => new { g.Key, Fen = g.Sum(c => c.Amount.Fen) }).ToListAsync(cancel))
            .ToLookup(c => (c.Key.Building, c.Key.ItemName), c => (c.Key.IsRed, c.Key.IsCurrent, c.Key.IsBefore, c.Fen));

    /// <summary>What is open of the bills, counted line by line: the other side of the identity.</summary>
    private async Task<Dictionary<(string Building, string Item), Money>> OpenAsync(IQueryable<Bill> bills, DateOnly cutOff, CancellationToken cancel)
    {
        var lines = await db.BillLines.Where(l => bills.Any(b => b.Id == l.BillId))
            .Select(l => new
            {
                Building = l.Bill.Unit.Building.Name,
                l.ItemName,
                Open = l.Amount.Fen - db.Allocations.Where(a => a.BillLineId == l.Id && a.AppliedOn <= cutOff).Sum(a => a.Amount.Fen)
                - db.BillCredits.Where(c => c.BillLineId == l.Id && c.On <= cutOff).Sum(c => c.Amount.Fen)
            })
            .GroupBy(l => new { l.Building, l.ItemName })
            .Select(g => new { g.Key, Fen = g.Sum(l => l.Open) }).ToListAsync(cancel);
        return lines.ToDictionary(l => (l.Key.Building, l.Key.ItemName), l => new Money(l.Fen));
    }

    private async Task<Dictionary<string, (int Billed, int Paid)>> HouseholdsAsync(IQueryable<Bill> bills, DateOnly cutOff, CancellationToken cancel)
    {
        var rows = await bills.Select(b => new
        {
            Building = b.Unit.Building.Name,
            IsPaid = db.Allocations.Where(a => a.BillId == b.Id && a.AppliedOn <= cutOff).Sum(a => a.Amount.Fen)
                + db.BillCredits.Where(c => c.BillId == b.Id && c.On <= cutOff).Sum(c => c.Amount.Fen) >= b.Total.Fen
        })
            .GroupBy(b => b.Building)
            .Select(g => new { g.Key, Billed = g.Count(), Paid = g.Count(b => b.IsPaid) }).ToListAsync(cancel);
        return rows.ToDictionary(r => r.Key, r => (r.Billed, r.Paid), StringComparer.Ordinal);
    }

    /// <summary>The smallest piece: an item in a building. Households, who have no item, are pieces without one.</summary>
    private sealed record Cell(string Community, string Building, int Order, string Item, CollectionFigures Figures, Money Open);
}

using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Reports;

/// <summary>What is open of a bill, or came in or off since a day.</summary>
public sealed class OpenAmount
{
    public Guid BillId { get; init; }

    public Guid CommunityId { get; init; }

    public Guid BuildingId { get; init; }

    public UnitKind UnitKind { get; init; }

    public Guid UnitId { get; init; }

    public DateOnly? DueOn { get; init; }

    public long Fen { get; init; }
}

/// <summary>What is open of charge items.</summary>
public sealed class OpenItem
{
    public Guid ChargeItemId { get; init; }

    public bool IsOverdue { get; init; }

    public long Fen { get; init; }
}

/// <summary>
/// What is left open of bills at the end of a day. Read backwards from what is open now, which each bill keeps and the audit
/// proves: of a recent day that is the open bills and what happened since, not all that ever was.
/// </summary>
public sealed class OpenEvents(DeskDbContext db, BillEvents events, BillSums stored, TimeProvider clock)
{
    /// <summary>Bills of which something is open.</summary>
    public IQueryable<OpenAmount> Bills(FigureChoice choice)
    {
        var bills = events.BilledUpTo(choice.AsOf, choice.CommunityId);
        return IsNow(choice.AsOf)
            ? Now(bills.Where(b => b.Outstanding.Fen != 0))
            : Now(bills.Where(b => b.Outstanding.Fen != 0)).Concat(Since(choice.AsOf, bills))
                .GroupBy(b => new { b.BillId, b.CommunityId, b.BuildingId, b.UnitKind, b.UnitId, b.DueOn })
                .Select(g => new OpenAmount { BillId = g.Key.BillId, CommunityId = g.Key.CommunityId, BuildingId = g.Key.BuildingId, UnitKind = g.Key.UnitKind, UnitId = g.Key.UnitId, DueOn = g.Key.DueOn, Fen = g.Sum(b => b.Fen) })
                .Where(b => b.Fen != 0);
    }

    /// <summary>Those that were due before the day.</summary>
    public IQueryable<OpenAmount> Overdue(FigureChoice choice)
    {
        var day = choice.AsOf;
        return Bills(choice).Where(b => b.DueOn < day);
    }

    /// <summary>What is open of each charge item, apart what was due before the day and what was not.</summary>
    public IQueryable<OpenItem> Items(FigureChoice choice)
    {
        var day = choice.AsOf;
        return stored.CutAt(choice.CommunityId, [day]).Where(s => s.On <= day && s.ChargeItemId != null).GroupBy(s => new { s.ChargeItemId, IsOverdue = s.DueOn < day })
            .Select(g => new OpenItem { ChargeItemId = g.Key.ChargeItemId!.Value, IsOverdue = g.Key.IsOverdue, Fen = g.Sum(s => s.Billed.Fen - s.Red.Fen - s.Waived.Fen - s.Collected.Fen) });
    }

    /// <summary>Parts whose sum over a bill is what was open of it at the end of the day; every one of the bills has at least one.</summary>
    /// <param name="bills">That were issued by then.</param>
    public IQueryable<OpenAmount> At(DateOnly day, IQueryable<Bill> bills) => IsNow(day) ? Now(bills) : Now(bills).Concat(Since(day, bills));

    /// <summary>The buildings in walking order; with the community's name before it where there are several communities.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> BuildingNamesAsync(Guid? communityId, CancellationToken cancel = default)
    {
        var rows = await (
            from b in db.Buildings
            join c in db.Communities on b.CommunityId equals c.Id
            where communityId == null || b.CommunityId == communityId
            orderby c.Name, b.SortOrder, b.Name
            select new { b.Id, b.Name, Community = c.Name }).ToListAsync(cancel);
        var single = rows.Select(r => r.Community).Distinct().Count() < 2;
        return [.. rows.Select(r => (r.Id, single ? r.Name : $"{r.Community} {r.Name}"))];
    }

    // Nothing is dated later than today.
    private bool IsNow(DateOnly day) => day >= db.Current.Today(clock);

    private static IQueryable<OpenAmount> Now(IQueryable<Bill> bills) => bills.Select(b => new OpenAmount
    {
        BillId = b.Id,
        CommunityId = b.CommunityId,
        BuildingId = b.BuildingId,
        UnitKind = b.UnitKind,
        UnitId = b.UnitId,
        DueOn = b.DueOn,
        Fen = b.Outstanding.Fen,
    });

    private IQueryable<OpenAmount> Since(DateOnly day, IQueryable<Bill> bills)
    {
        var moved = db.Allocations.Where(a => a.AppliedOn > day).Select(a => new { a.BillId, a.Amount.Fen })
            .Concat(db.BillCredits.Where(c => c.On > day).Select(c => new { c.BillId, c.Amount.Fen }));
        return
            from m in moved
            join b in bills on m.BillId equals b.Id
            select new OpenAmount { BillId = b.Id, CommunityId = b.CommunityId, BuildingId = b.BuildingId, UnitKind = b.UnitKind, UnitId = b.UnitId, DueOn = b.DueOn, Fen = m.Fen };
    }
}

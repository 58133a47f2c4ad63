using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;

namespace PropertyDesk.Application.Reports;

/// <summary>What is open of a bill, or came in or off since a day.</summary>
public sealed class OpenAmount
{
    public Guid BillId { get; init; }

    public Guid OwnerId { get; init; }

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
    /// <param name="dueBy">Only those that were due on this day or before.</param>
    public IQueryable<OpenAmount> Bills(FigureChoice choice, DateOnly? dueBy = null)
    {
        var bills = events.BilledUpTo(choice.AsOf, choice.CommunityId);
        bills = dueBy is { } last ? bills.Where(b => b.DueOn <= last) : bills;
        return IsNow(choice.AsOf)
            ? At(choice.AsOf, bills)
            : At(choice.AsOf, bills)
                .GroupBy(b => new { b.BillId, b.OwnerId, b.DueOn })
                .Select(g => new OpenAmount
                {
                    BillId = g.Key.BillId,
                    OwnerId = g.Key.OwnerId,
                    DueOn = g.Key.DueOn,
                    Fen = g.Sum(b => b.Fen),
                })
                .Where(b => b.Fen != 0);
    }

    /// <summary>Parts whose sum over a bill is what was open of it at the end of the day.</summary>
    /// <param name="bills">That were issued by then.</param>
    public IQueryable<OpenAmount> At(DateOnly day, IQueryable<Bill> bills) => IsNow(day) ? Now(bills.Where(b => b.Outstanding.Fen != 0)) : Now(bills.Where(b => b.Outstanding.Fen != 0)).Concat(MovedSince(day, bills));

    /// <summary>Those that were due before the day.</summary>
    public IQueryable<OpenAmount> Overdue(FigureChoice choice) => Bills(choice, choice.AsOf.AddDays(-1));

    /// <summary>Bills of which anything was open at the end of some day since, from the one before a day on: open now, or issued or moved since.</summary>
    public IQueryable<Guid> Since(DateOnly day) => db.Bills.Where(b => b.Outstanding.Fen != 0 || b.IssuedOn >= day).Select(b => b.Id)
        .Union(db.Allocations.Where(a => a.AppliedOn >= day).Select(a => a.BillId)).Union(db.BillCredits.Where(c => c.On >= day).Select(c => c.BillId));

    /// <summary>What is open of each charge item, apart what was due before the day and what was not.</summary>
    public IQueryable<OpenItem> Items(FigureChoice choice)
    {
        var day = choice.AsOf;
        return stored.CutAt(choice.CommunityId, [day]).Where(s => s.On <= day && s.ChargeItemId != null).GroupBy(s => new { s.ChargeItemId, IsOverdue = s.DueOn < day })
            .Select(g => new OpenItem { ChargeItemId = g.Key.ChargeItemId!.Value, IsOverdue = g.Key.IsOverdue, Fen = g.Sum(s => s.Billed.Fen - s.Red.Fen - s.Waived.Fen - s.Collected.Fen) });
    }

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
    internal bool IsNow(DateOnly day) => day >= db.Current.Today(clock);

    private static IQueryable<OpenAmount> Now(IQueryable<Bill> bills) => bills.Select(b => new OpenAmount
    {
        BillId = b.Id,
        OwnerId = b.OwnerId,
        DueOn = b.DueOn,
        Fen = b.Outstanding.Fen,
    });

    private IQueryable<OpenAmount> MovedSince(DateOnly day, IQueryable<Bill> bills)
    {
        var moved = db.Allocations.Where(a => a.AppliedOn > day).Select(a => new { a.BillId, a.Amount.Fen })
            .Concat(db.BillCredits.Where(c => c.On > day).Select(c => new { c.BillId, c.Amount.Fen }))
            .GroupBy(m => m.BillId).Select(g => new { BillId = g.Key, Fen = g.Sum(m => m.Fen) });
        return
            from m in moved
            join b in bills on m.BillId equals b.Id
            select new OpenAmount { BillId = b.Id, OwnerId = b.OwnerId, DueOn = b.DueOn, Fen = m.Fen };
    }
}

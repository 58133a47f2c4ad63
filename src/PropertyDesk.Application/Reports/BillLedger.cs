using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application.Reports;

/// <summary>What the receivable of a bill went up by, in fen.</summary>
public sealed class PostedLine
{
    public Guid CommunityId { get; init; }

    public Guid BuildingId { get; init; }

    public UnitKind UnitKind { get; init; }

    public BillingMonth Period { get; init; }

    public DateOnly? DueOn { get; init; }

    /// <summary>The day from which it counts in the reports.</summary>
    public DateOnly? On { get; init; }

    public long Fen { get; init; }
}

/// <summary>What the ledger says is receivable of bills: the other side of every identity.</summary>
public sealed class BillLedger(DeskDbContext db)
{
    /// <summary>
    /// Every posting to the receivable of an issued bill. A payment that came too late for its closed month stands in the
    /// ledger on a later day; here it counts from its own, and never before the bill does, as everywhere in the reports.
    /// </summary>
    public IQueryable<PostedLine> Lines() =>
        from line in db.JournalLines
        join bill in db.Bills on line.BillId equals bill.Id
        where line.Account == Account.Receivable && bill.IssuedOn != null
        let paidOn = db.Payments.Where(p => p.Id == line.JournalEntry.SourceId).Select(p => (DateOnly?)p.PaidOn).FirstOrDefault()
        let day = paidOn < line.Date ? paidOn : line.Date
        select new PostedLine
        {
            CommunityId = bill.CommunityId,
            BuildingId = bill.BuildingId,
            UnitKind = bill.UnitKind,
            Period = bill.Period,
            DueOn = bill.DueOn,
            On = day < bill.IssuedOn ? bill.IssuedOn : day,
            Fen = line.Amount.Fen,
        };

    /// <summary>What the receivable of the bills of a year's months went up by on each day, by place.</summary>
    public async Task<List<BillSum>> DaysOfAsync(int year, CancellationToken cancel = default)
    {
        var communities = await db.Communities.ToDictionaryAsync(c => c.Id, cancel);
        var (first, last) = (new BillingMonth(year, 1), new BillingMonth(year, 12));
        var rows = await Lines().Where(l => l.Period >= first && l.Period <= last).GroupBy(l => new { l.Period, l.CommunityId, l.BuildingId, l.UnitKind, l.DueOn, l.On })
            .Select(g => new { g.Key, Fen = g.Sum(l => l.Fen) }).ToListAsync(cancel);
        return rows.ConvertAll(r => new BillSum(communities[r.Key.CommunityId], r.Key.BuildingId, r.Key.UnitKind, null, r.Key.Period, r.Key.DueOn, r.Key.On!.Value).Plus(posted: new(r.Fen)));
    }
}

using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Ledger;

namespace PropertyDesk.Application.Reports;

/// <summary>What the ledger says is receivable of bills: the other side of every identity.</summary>
public sealed class BillLedger(DeskDbContext db)
{
    /// <summary>
    /// The receivable of bills of a month and before. A payment that came too late for its closed month stands in the
    /// ledger on a later day; here it counts from its own day, as everywhere in the reports.
    /// </summary>
    public async Task<IReadOnlyList<LedgerReceivable>> ReceivableAsync(BillingMonth month, DateOnly day, Guid? communityId = null, CancellationToken cancel = default)
    {
        var rows = await (
            from line in db.JournalLines
            join bill in db.Bills on line.BillId equals bill.Id
            where line.Account == Account.Receivable && bill.Period <= month && bill.IssuedOn <= day && (communityId == null || bill.CommunityId == communityId)
                && (line.JournalEntry.Date <= day || db.Payments.Any(p => p.Id == line.JournalEntry.SourceId && p.PaidOn <= day))
            group line by new { bill.CommunityId, bill.Unit.BuildingId, UnitKind = bill.Unit.Kind } into g
            select new { g.Key, Fen = g.Sum(l => l.Amount.Fen) }).ToListAsync(cancel);
        return rows.ConvertAll(r => new LedgerReceivable(r.Key.CommunityId, r.Key.BuildingId, r.Key.UnitKind, new Money(r.Fen)));
    }
}

/// <summary>What is receivable for the units of a kind in a building.</summary>
public sealed record LedgerReceivable(Guid CommunityId, Guid BuildingId, UnitKind UnitKind, Money Amount);

using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Reports;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Purses;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application.Purses;

/// <summary>
/// Pays many owners' bills from their purses with a fixed number of commands: computed in memory, written by bulk insert,
/// what is stored of bills and purses brought forward by what was written. In the caller's transaction.
/// </summary>
public sealed class PursePaying(DeskDbContext db, TimeProvider clock)
{
    /// <summary>Owners whose bills are in memory at one time.</summary>
    private const int OwnersOfPart = 2_000;

    private readonly PurseTurns _turns = new(db, clock);

    /// <summary>Outside of any transaction: makes the community's books, of which publishing holds the one of receipts.</summary>
    /// <returns>False: this community's purses do not pay by themselves.</returns>
    internal async Task<bool> PrepareAsync(Guid runId, CancellationToken cancel)
    {
        var community = await db.BillRuns.Where(r => r.Id == runId).Select(r => (Guid?)r.CommunityId).FirstOrDefaultAsync(cancel) ?? throw new NotFoundException(nameof(BillRun), runId);
        await _turns.PrepareAsync(community);
        return await db.Communities.AnyAsync(c => c.Id == community && c.PursesPayBills, cancel);
    }

    /// <summary>Pays open bills, the oldest first, of everybody whom the run bills. A line with an open dispute, or of which a waiver is asked, is left out. The publisher holds the community's book.</summary>
    internal async Task PayAsync(BillRun run, CancellationToken cancel)
    {
        var community = await db.Communities.SingleAsync(c => c.Id == run.CommunityId, cancel);
        var billed = db.Bills.Where(b => b.BillRunId == run.Id && b.IssuedOn != null && b.Outstanding.Fen > 0);
        var owners = await db.Purses.Where(p => p.CommunityId == run.CommunityId && p.Balance.Fen > p.Held.Fen && billed.Any(b => b.OwnerId == p.OwnerId)).Select(p => p.OwnerId).Distinct().ToListAsync(cancel);
        foreach (var part in owners.Order().Chunk(OwnersOfPart))
        {
            await _turns.HoldAsync(part, cancel);
            await PayAsync(run, await _turns.ReadAsync(community, part, asked: false, track: false, cancel), cancel);
        }
    }

    private async Task PayAsync(BillRun run, IReadOnlyList<OwnersPurses> read, CancellationToken cancel)
    {
        var paying = read.Select(o => (o.Owner, o.Purses, Plan: o.Plan())).Where(o => o.Plan.Count > 0).ToList();
        if (paying.Count == 0)
        {
            return;
        }

        var (by, first) = (db.Acting(clock), await _turns.NumbersAsync(run.CommunityId, paying.Count, cancel));
        var uses = paying.Select((_, i) => new PurseUse(paying[i].Owner, first + i, Guid.NewGuid(), by, run)).ToList();
        var moved = uses.Zip(paying).SelectMany(x => x.First.Pay(x.Second.Purses, x.Second.Plan)).ToList();
        var entries = moved.ConvertAll(m => LedgerPosting.PurseMoved(m.Entry, m.Allocations, by.At));
        var sums = await SumsOfAsync(moved, cancel);
        await db.BulkInsertAsync(uses, cancel);
        await db.BulkInsertAsync(moved.ConvertAll(m => m.Entry), cancel);
        await db.BulkInsertAsync<Allocation>([.. moved.SelectMany(m => m.Allocations)], cancel);
        await db.BulkInsertAsync(entries, cancel);
        await db.BulkInsertAsync<JournalLine>([.. entries.SelectMany(e => e.Lines)], cancel);
        await db.BulkInsertAsync(sums.All, cancel);
        await BringForwardAsync(run.CommunityId, first, first + uses.Count - 1, moved, cancel);
    }

    private async Task<LooseSums> SumsOfAsync(List<PurseMovement> moved, CancellationToken cancel)
    {
        var (sums, paid) = (new LooseSums(), moved.SelectMany(m => m.Allocations).ToList());
        foreach (var part in paid)
        {
            sums.Collected(part.Bill, part);
            sums.Posted(part.Bill, -part.Amount, part.AppliedOn);
        }

        await new UnitMonthCounts(db).AddAsync(sums, [.. paid.Select(p => p.Bill).Distinct()], paid.ConvertAll(p => IssuedBill.Of(p.Bill).Move(p.AppliedOn, -p.Amount.Fen)), areNew: false, cancel);
        return sums;
    }

    // By what was written, not by what was computed: a difference stays one, for the audit to find.
    private async Task BringForwardAsync(Guid communityId, int first, int last, List<PurseMovement> moved, CancellationToken cancel)
    {
        var uses = db.PurseUses.Where(u => u.CommunityId == communityId && u.Number >= first && u.Number <= last);
        var paid = db.Allocations.Where(a => uses.Any(u => u.Id == a.PurseEntry!.DocumentId));
        var used = db.PurseEntries.Where(e => uses.Any(u => u.Id == e.DocumentId));
        Guid[] purses = [.. moved.Select(m => m.Entry.PurseId).Distinct()];
        Guid[] bills = [.. moved.SelectMany(m => m.Allocations).Select(a => a.BillId).Distinct()];
        Guid[] lines = [.. moved.SelectMany(m => m.Allocations).Select(a => a.BillLineId).Distinct()];
        var version = Guid.NewGuid();
        await db.Purses.Where(p => purses.Contains(p.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.Balance.Fen, p => p.Balance.Fen + used.Where(e => e.PurseId == p.Id).Sum(e => e.Amount.Fen)).SetProperty(p => p.Version, version), cancel);
        await db.BillLines.Where(l => lines.Contains(l.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(l => l.Paid.Fen, l => l.Paid.Fen + paid.Where(a => a.BillLineId == l.Id).Sum(a => a.Amount.Fen))
                .SetProperty(l => l.Outstanding.Fen, l => l.Outstanding.Fen - paid.Where(a => a.BillLineId == l.Id).Sum(a => a.Amount.Fen)),
            cancel);
        await db.Bills.Where(b => bills.Contains(b.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(b => b.Paid.Fen, b => b.Paid.Fen + paid.Where(a => a.BillId == b.Id).Sum(a => a.Amount.Fen))
                .SetProperty(b => b.Outstanding.Fen, b => b.Outstanding.Fen - paid.Where(a => a.BillId == b.Id).Sum(a => a.Amount.Fen))
                .SetProperty(b => b.Version, version),
            cancel);
    }
}

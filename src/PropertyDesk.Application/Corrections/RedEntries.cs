using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Purses;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Corrections;

/// <summary>A line that a red entry took back.</summary>
/// <param name="SourceId">What it billed: can be billed anew.</param>
/// <param name="Released">Money that was on it and is in the owner's purses now, by class.</param>
public sealed record ReversedLine(Guid SourceId, Guid OwnerId, IReadOnlyDictionary<PurseClass, Money> Released);

/// <summary>
/// Carries red entries (红冲) out: what is open of a line is credited, money on it goes to the owner's purse, that from a
/// purse back into the same one, and the posting is the opposite of the bill's. Adds to the caller's transaction.
/// </summary>
public sealed class RedEntries(DeskDbContext db, ApplyPurse purses, TimeProvider clock)
{
    private const int OwnersAtOnce = 500;

    /// <summary>Outside of any transaction.</summary>
    public Task PrepareAsync(Guid communityId) => purses.PrepareAsync(communityId);

    /// <summary>First of all in the transaction: from here on nobody else books in this community.</summary>
    public Task BeginAsync(Guid communityId) => purses.BeginAsync(communityId);

    /// <returns>The lines taken back.</returns>
    public async Task<IReadOnlyList<ReversedLine>> CarryOutAsync(CorrectionRequest request, CancellationToken cancel)
    {
        var chosen = request.Lines.Select(l => l.BillLineId).ToHashSet();
        var reversed = new List<ReversedLine>();
        var credits = new List<(BillCredit, BillLine)>();
        var found = await db.Bills.Where(b => request.BillId == null ? b.BillRunId == request.BillRunId && b.IssuedOn != null : b.Id == request.BillId).Select(b => new { b.Id, b.OwnerId }).ToListAsync(cancel);
        // An owner's bills stay together: the document moves each purse once.
        foreach (var owners in found.GroupBy(b => b.OwnerId, b => b.Id).Chunk(OwnersAtOnce))
        {
            Guid[] ids = [.. owners.SelectMany(o => o)];
            await db.Bills.Where(b => ids.Contains(b.Id)).LockAsync(cancel);
            await db.RequireNotHeldAsync(db.Bills.Where(b => ids.Contains(b.Id)).Select(b => b.Id), cancel);
            await db.RequireNotGoingBackAsync(db.Bills.Where(b => ids.Contains(b.Id)).Select(b => b.Id), cancel);
            var bills = await db.Bills.Include(b => b.Lines).Include(b => b.Owner).AsSplitQuery().Where(b => ids.Contains(b.Id)).ToListAsync(cancel);
            foreach (var owner in bills.GroupBy(b => b.OwnerId))
            {
                reversed.AddRange(await TakeBackAsync(request, [.. owner], chosen, credits, cancel));
            }
        }

        if (reversed.Count == 0)
        {
            throw new RuleViolation("没有可以红冲的行：它们已经红冲过了。");
        }

        db.Add(LedgerPosting.RedEntry(request, credits, db.Current.Today(clock), clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        return reversed;
    }

    private async Task<List<ReversedLine>> TakeBackAsync(
        CorrectionRequest request, IReadOnlyList<Bill> bills, HashSet<Guid> chosen, List<(BillCredit Credit, BillLine Line)> credits, CancellationToken cancel)
    {
        var lines = bills.SelectMany(b => b.Lines.Select(l => (Bill: b, Line: l)))
            .Where(x => x.Line.ReversedById is null && (request.BillId is null || chosen.Contains(x.Line.Id))).ToList();
        var paid = lines.FindAll(x => !x.Line.Paid.IsZero);
        var sources = await SourcesAsync(paid.ConvertAll(x => x.Line), cancel);
        var reversed = lines.ConvertAll(x => new ReversedLine(x.Line.SourceId, x.Bill.OwnerId, sources.GetValueOrDefault(x.Line.Id) ?? []));
        await ReleaseAsync(request, bills[0], paid, sources, cancel);
        foreach (var (bill, line) in lines)
        {
            if (!line.Outstanding.IsZero)
            {
                var off = CalculatedLine.Of(new RedEntryWorking(line.Amount, line.Credited));
                credits.Add((bill.Credit(line, BillCreditKind.RedEntry, off, request.Id, db.Current.Today(clock)), line));
            }

            line.Reverse(request.Id);
        }

        return reversed;
    }

    /// <summary>Of each line, which purse the money on it came from; what was paid in another way will be general.</summary>
    private async Task<Dictionary<Guid, Dictionary<PurseClass, Money>>> SourcesAsync(List<BillLine> paid, CancellationToken cancel)
    {
        var ids = paid.ConvertAll(l => l.Id);
        var own = (await db.Allocations.Where(a => a.PurseEntryId != null && ids.Contains(a.BillLineId) && a.PurseEntry!.Purse.Class != PurseClass.General)
            .GroupBy(a => new { a.BillLineId, a.PurseEntry!.Purse.Class }).Select(g => new { g.Key.BillLineId, g.Key.Class, Fen = g.Sum(a => a.Amount.Fen) }).ToListAsync(cancel)).ToLookup(a => a.BillLineId);
        return paid.ToDictionary(l => l.Id, l =>
        {
            var sources = own[l.Id].ToDictionary(a => a.Class, a => new Money(a.Fen));
            sources[PurseClass.General] = l.Paid - Money.Sum(sources.Values);
            return sources;
        });
    }

    private async Task ReleaseAsync(
        CorrectionRequest request, Bill first, List<(Bill Bill, BillLine Line)> paid, Dictionary<Guid, Dictionary<PurseClass, Money>> sources, CancellationToken cancel)
    {
        foreach (var @class in Enum.GetValues<PurseClass>())
        {
            var parts = paid.ConvertAll(x => (x.Bill, x.Line, Amount: sources[x.Line.Id].GetValueOrDefault(@class))).FindAll(x => !x.Amount.IsZero);
            if (parts.Count > 0)
            {
                var purse = await db.PurseOfAsync(first.Owner, @class, cancel);
                var entry = purse.Move(PurseEntryKind.ReleasedByRedEntry, Money.Sum(parts.Select(x => x.Amount)), request.Id, db.Current.Today(clock), clock.GetUtcNow());
                var allocations = parts.ConvertAll(x => Purse.Release(entry, x.Bill, x.Line, x.Amount));
                db.Add(entry);
                db.AddRange(allocations);
                db.Add(LedgerPosting.PurseMoved(entry, allocations, clock.GetUtcNow()));
            }
        }
    }
}

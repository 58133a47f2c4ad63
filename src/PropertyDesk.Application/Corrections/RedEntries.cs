using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Corrections;

/// <summary>A line that a red entry took back.</summary>
/// <param name="SourceId">What it billed: can be billed anew.</param>
/// <param name="Released">Money that was on it and is in the owner's purse now.</param>
public sealed record ReversedLine(Guid SourceId, Guid OwnerId, Money Released);

/// <summary>
/// Carries red entries (红冲) out: what is open of a line is credited, money on it goes to the owner's purse, and the
/// posting is the opposite of the bill's. Adds to the caller's transaction.
/// </summary>
public sealed class RedEntries(DeskDbContext db, TimeProvider clock)
{
    private const int BillsAtOnce = 500;

    /// <returns>The lines taken back.</returns>
    public async Task<IReadOnlyList<ReversedLine>> CarryOutAsync(CorrectionRequest request, CancellationToken cancel)
    {
        var chosen = request.Lines.Select(l => l.BillLineId).ToHashSet();
        var reversed = new List<ReversedLine>();
        var credits = new List<(BillCredit, BillLine)>();
        var billIds = request.BillId is { } one ? [one] : await db.Bills.Where(b => b.BillRunId == request.BillRunId && b.IssuedOn != null).Select(b => b.Id).ToListAsync(cancel);
        foreach (var ids in billIds.Chunk(BillsAtOnce))
        {
            await db.Bills.Where(b => ids.Contains(b.Id)).LockAsync(cancel);
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
        var reversed = lines.ConvertAll(x => new ReversedLine(x.Line.SourceId, x.Bill.OwnerId, x.Line.Paid));
        await ReleaseAsync(request, bills[0], lines.FindAll(x => !x.Line.Paid.IsZero), cancel);
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

    private async Task ReleaseAsync(CorrectionRequest request, Bill first, List<(Bill Bill, BillLine Line)> paid, CancellationToken cancel)
    {
        var amount = Money.Sum(paid.Select(x => x.Line.Paid));
        if (amount.IsZero)
        {
            return;
        }

        var purse = await db.PurseOfAsync(first.Owner, PurseClass.General, cancel);
        var entry = purse.Move(PurseEntryKind.ReleasedByRedEntry, amount, request.Id, db.Current.Today(clock), clock.GetUtcNow());
        var allocations = paid.ConvertAll(x => Purse.Release(entry, x.Bill, x.Line, x.Line.Paid));
        db.Add(entry);
        db.AddRange(allocations);
        db.Add(LedgerPosting.PurseMoved(entry, allocations, clock.GetUtcNow()));
    }
}

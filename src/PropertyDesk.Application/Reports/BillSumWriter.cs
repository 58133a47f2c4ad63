using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application.Reports;

/// <summary>
/// Writes the sums of what is saved beside it, whatever service saves it: money applied to bills, what came off them, and
/// what the ledger posted of them. What is written in bulk writes its own (<see cref="LooseSums"/>), bills when they are
/// issued among them.
/// </summary>
public sealed class BillSumWriter : SaveChangesInterceptor
{
    public static readonly BillSumWriter Instance = new();

    private BillSumWriter()
    {
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        eventData.Context is DeskDbContext db && Added(db) is var added && added.Exists(row => row is Allocation or BillCredit or JournalEntry)
            ? throw new InvalidOperationException("What happens to bills is saved asynchronously.")
            : result;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is DeskDbContext db)
        {
            await WriteAsync(db, cancellationToken);
        }

        return result;
    }

    private static async Task WriteAsync(DeskDbContext db, CancellationToken cancel)
    {
        var added = Added(db);
        // Those of an attempt that failed: the rows that they sum up are still there to be saved.
        added.OfType<BillSum>().Where(s => s.Grain == SumGrain.Loose).ToList().ForEach(s => db.Entry(s).State = EntityState.Detached);
        var (allocations, credits, posted) = (added.OfType<Allocation>().ToList(), added.OfType<BillCredit>().Where(c => c.On is not null).ToList(), Postings(added));
        if (allocations.Count + credits.Count + posted.Count == 0)
        {
            return;
        }

        var bills = await BillsAsync(db, [.. allocations.Select(a => a.BillId), .. credits.Select(c => c.BillId), .. posted.Select(p => p.BillId)], cancel);
        var sums = new LooseSums();
        allocations.ForEach(a => sums.Collected(bills[a.BillId], a));
        credits.ForEach(c => sums.Credited(bills[c.BillId], [c]));
        posted.ForEach(p => sums.Posted(bills[p.BillId], p.Amount, p.On));
        List<BillMove> moves = [.. allocations.Select(a => Move(a.BillId, a.AppliedOn, a.Amount)), .. credits.Select(c => Move(c.BillId, c.On!.Value, c.Amount))];
        if (moves.Count > 0)
        {
            await new UnitMonthCounts(db).AddAsync(sums, [.. moves.Select(m => bills[m.Bill.Id]).Distinct()], moves, areNew: false, cancel);
        }

        db.AddRange(sums.All);

        BillMove Move(Guid billId, DateOnly on, Money off) => IssuedBill.Of(bills[billId]).Move(on, -off.Fen);
    }

    /// <summary>What the receivable of each bill goes up by; what only changes its debtor leaves it as it is.</summary>
    private static List<(Guid BillId, Money Amount, DateOnly On)> Postings(List<object> added)
    {
        var paidOn = added.OfType<Payment>().ToDictionary(p => p.Id, p => p.PaidOn);
        return
        [
            .. added.OfType<JournalEntry>().SelectMany(e =>
            {
                // As BillLedger reads it back: a payment that was too late for its closed month counts from its own day.
                var on = paidOn.TryGetValue(e.SourceId, out var paid) && paid < e.Date ? paid : e.Date;
                return e.Lines.Where(l => l is { Account: Account.Receivable, BillId: not null }).GroupBy(l => l.BillId!.Value)
                    .Select(bill => (BillId: bill.Key, Amount: Money.Sum(bill.Select(l => l.Amount)), On: on));
            }).Where(p => !p.Amount.IsZero),
        ];
    }

    private static async Task<Dictionary<Guid, Bill>> BillsAsync(DeskDbContext db, HashSet<Guid> ids, CancellationToken cancel)
    {
        // One that was read as a draft does not know that it was issued in bulk since.
        var bills = db.ChangeTracker.Entries<Bill>().Where(e => e.Entity.IssuedOn is not null && ids.Contains(e.Entity.Id)).ToDictionary(e => e.Entity.Id, e => e.Entity);
        ids.ExceptWith(bills.Keys);
        if (ids.Count > 0)
        {
            foreach (var bill in await db.Bills.AsNoTracking().Where(b => ids.Contains(b.Id)).ToListAsync(cancel))
            {
                bills.Add(bill.Id, bill);
            }
        }

        return bills;
    }

    // Once for all kinds: each look at the tracker compares every row that it holds, and every save of the program passes here.
    private static List<object> Added(DeskDbContext db) => [.. db.ChangeTracker.Entries().Where(e => e.State == EntityState.Added).Select(e => e.Entity)];
}

using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Billing;

/// <summary>
/// What an owner gets back of a bill below zero (an estimate was far too high) is prepaid money from the day of issue on:
/// nothing below zero stays open.
/// </summary>
internal sealed class BillsBelowZero(DeskDbContext db, TimeProvider clock)
{
    private readonly ReceiptNumbers _receipts = new(db);

    /// <summary>In the caller's transaction.</summary>
    public async Task SettleAsync(Guid communityId, IReadOnlyCollection<Guid> billIds, DateOnly today, CancellationToken cancel)
    {
        if (billIds.Count > 0)
        {
            // Before the purses, as everybody who moves money: whoever holds the book may be waiting for one of them.
            await _receipts.HoldAsync(communityId, cancel);
        }

        foreach (var bill in await db.Bills.Include(b => b.Lines).Include(b => b.Owner).Where(b => billIds.Contains(b.Id)).ToListAsync(cancel))
        {
            var purse = await db.PurseOfAsync(bill.Owner, PurseClass.General, cancel);
            var entry = purse.Move(PurseEntryKind.CreditOfBill, -bill.Outstanding, bill.Id, today, clock.GetUtcNow());
            var allocations = bill.Lines.Where(l => l.Outstanding < Money.Zero).ToList().ConvertAll(l => Purse.Apply(entry, bill, l, l.Outstanding));
            db.Add(entry);
            db.AddRange(allocations);
            db.Add(LedgerPosting.PurseMoved(entry, allocations, clock.GetUtcNow()));
        }

        await db.SaveChangesAsync(cancel);
    }
}

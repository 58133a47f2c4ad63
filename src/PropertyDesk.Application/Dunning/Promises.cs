using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Dunning;

namespace PropertyDesk.Application.Dunning;

/// <summary>A promise in a list.</summary>
public sealed record PromiseRow(Guid Id, Guid OwnerId, string Owner, Money Amount, DateOnly Until, DateOnly MadeOn, PromiseState State, string By, string? Note, string Units);

/// <summary>Promises to pay: lists them, judges them when their day is over, takes back those that were noted by mistake.</summary>
public sealed class Promises(DeskDbContext db, TimeProvider clock)
{
    /// <summary>The open ones by their day, then the ended ones, the latest first.</summary>
    public async Task<Paged<PromiseRow>> ListAsync(PromiseState? state, int page = 1)
    {
        var rows = await db.PaymentPromises.Where(p => state == null || p.State == state)
            .OrderBy(p => p.State != PromiseState.Open).ThenBy(p => p.State == PromiseState.Open ? p.Until : DateOnly.MinValue).ThenByDescending(p => p.Until).ThenBy(p => p.Id)
            .Select(p => new { p.Id, p.OwnerId, p.Owner.Name, p.Amount, p.Until, p.MadeOn, p.State, p.By, p.Note }).ToPageAsync(page);
        var ids = rows.Rows.Select(r => r.Id).ToList();
        var units = (await db.PromisedBills.Where(b => ids.Contains(b.PromiseId)).Join(db.Bills, p => p.BillId, b => b.Id, (p, b) => new { p.PromiseId, b.UnitCode }).ToListAsync()).ToLookup(x => x.PromiseId, x => x.UnitCode);
        return new Paged<PromiseRow>(
            [.. rows.Rows.Select(p => new PromiseRow(p.Id, p.OwnerId, p.Name, p.Amount, p.Until, p.MadeOn, p.State, p.By, p.Note, string.Join('、', units[p.Id].Distinct().Order(StringComparer.Ordinal))))],
            rows.Total, rows.Number, rows.Size);
    }

    /// <summary>How many wait, were kept, were broken.</summary>
    public async Task<IReadOnlyDictionary<PromiseState, int>> CountsAsync() =>
        await db.PaymentPromises.GroupBy(p => p.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);

    /// <summary>The bills are dunned again.</summary>
    /// <exception cref="RuleViolation">It has ended already.</exception>
    public async Task WithdrawAsync(Guid id)
    {
        var promise = NotFoundException.Check(await db.PaymentPromises.Include(p => p.Bills).FirstOrDefaultAsync(p => p.Id == id), id);
        promise.Withdraw(clock.GetUtcNow());
        await db.SaveChangesAsync();
    }

    /// <summary>Ends promises that were kept, and those whose day is over: these owners are back on the call list.</summary>
    public async Task JudgeAsync(DateOnly today, CancellationToken cancel = default)
    {
        foreach (var id in await db.PaymentPromises.Where(p => p.State == PromiseState.Open).OrderBy(p => p.Until).Select(p => p.Id).ToListAsync(cancel))
        {
            try
            {
                await JudgeAsync(id, today, cancel);
            }
            catch (Exception error) when (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error))
            {
                // Another run or a person was quicker with this promise, or with the call: the next run sees what is left.
            }

            db.ChangeTracker.Clear();
        }
    }

    private async Task JudgeAsync(Guid id, DateOnly today, CancellationToken cancel)
    {
        var promise = await db.PaymentPromises.Include(p => p.Bills).Include(p => p.Owner).SingleAsync(p => p.Id == id, cancel);
        var bills = promise.Bills.Select(b => b.BillId).ToList();
        var paid = await db.Allocations.Where(a => bills.Contains(a.BillId) && a.AppliedOn <= promise.Until).SumAsync(a => a.Amount.Fen, cancel);
        var settled = !await db.Bills.AnyAsync(b => bills.Contains(b.Id) && b.Outstanding.Fen > 0, cancel);
        if (!promise.Judge(new Money(paid) - Money.Sum(promise.Bills.Select(b => b.PaidBefore)), settled, today, clock.GetUtcNow()))
        {
            return;
        }

        if (promise.State == PromiseState.Broken)
        {
            await CallAsync(promise, today, cancel);
        }

        await db.SaveChangesAsync(cancel);
    }

    private async Task CallAsync(PaymentPromise promise, DateOnly today, CancellationToken cancel)
    {
        if (await db.DunningContacts.FirstOrDefaultAsync(c => c.OwnerId == promise.OwnerId && c.Kind == DunningKind.Call && c.Slot != null, cancel) is not { } open)
        {
            db.Add(new DunningContact(promise.Owner, DunningKind.Call, today));
        }
        else if (open.CallOn > today)
        {
            open.CallAgain(today);
        }
    }
}

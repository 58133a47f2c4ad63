using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Archive;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Deposits;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Archive;

/// <summary>Moves what a record owes and is owed to another, with its entry in the journal; in the caller's transaction, which saves.</summary>
internal sealed class MergeMoney(DeskDbContext db, TimeProvider clock)
{
    /// <summary>What the rows that go are worth, with the whole of the purses.</summary>
    public static OwnerMoney Of(IEnumerable<RowToMove> rows, IEnumerable<Money> purses)
    {
        var going = rows.Select(r => r.Row).ToList();
        return new OwnerMoney([.. going.OfType<Bill>().Select(b => (b.Id, b.Outstanding))], Money.Sum(purses), Money.Sum(going.OfType<Deposit>().Select(d => d.Held)));
    }

    /// <summary>Moves an amount of a class, in and out by a document each of which the purse knows once.</summary>
    public async Task MoveAsync(OwnerMerge merge, Owner from, Owner to, PurseClass @class, Money amount)
    {
        var (today, now) = (db.Current.Today(clock), clock.GetUtcNow());
        var (left, came) = (await db.PurseOfAnyAsync(from, @class), await db.PurseOfAnyAsync(to, @class));
        db.AddRange(left.Move(PurseEntryKind.MergedOut, -amount, merge.Id, today, now), came.Move(PurseEntryKind.MergedIn, amount, merge.Id, today, now));
    }

    public void Post(OwnerMerge merge, JournalKind kind, Guid from, Guid to, OwnerMoney money)
    {
        if (!money.IsNothing)
        {
            db.Add(LedgerPosting.OwnersMoved(merge, kind, from, to, money, db.Current.Today(clock), clock.GetUtcNow()));
        }
    }

    /// <summary>Of what a merge moved into the purses, class by class, what may go back: all of a class, or nothing where any of it was used since.</summary>
    public async Task<IReadOnlyList<(PurseClass Class, Money Amount, bool IsUsed)>> BackAsync(OwnerMerge merge)
    {
        var came = await db.PurseEntries.Where(e => e.DocumentId == merge.Id && e.OwnerId == merge.SurvivorId && e.Kind == PurseEntryKind.MergedIn).Select(e => new { e.PurseId, e.Purse.Class, e.Amount, Available = e.Purse.Balance.Fen - e.Purse.Held.Fen }).ToListAsync();
        var purses = came.ConvertAll(c => c.PurseId);
        // Whose money was spent nobody can say: what went out since is taken as the survivor's and the duplicate's alike.
        var used = await db.PurseEntries.Where(e => purses.Contains(e.PurseId) && e.Amount.Fen < 0 && e.RecordedAt >= merge.At).Select(e => e.PurseId).Distinct().ToListAsync();
        return [.. came.Select(c => (c.Class, c.Amount, used.Contains(c.PurseId) || c.Available < c.Amount.Fen))];
    }
}

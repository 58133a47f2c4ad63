using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Ledger;

namespace PropertyDesk.Application.Ledger;

/// <summary>A month of the books.</summary>
/// <param name="Closing">The closing that holds; null while the month is open.</param>
/// <param name="Ended">The month is over: it can be closed.</param>
public sealed record PeriodRow(BillingMonth Month, int Entries, Money Turnover, PeriodClosing? Closing, bool Ended);

/// <summary>Closes months of the books and opens them again; each leaves a record.</summary>
public sealed class PeriodClosings(DeskDbContext db, TimeProvider clock, LedgerAudit audit)
{
    /// <summary>
    /// Posting into the running month holds nothing: what began just before the month's end has this long to be committed
    /// until the month can be closed.
    /// </summary>
    public static readonly TimeSpan Settling = TimeSpan.FromMinutes(10);

    /// <summary>Every month that was posted in, the newest first.</summary>
    public async Task<IReadOnlyList<PeriodRow>> ListAsync()
    {
        var today = BillingMonth.Of(db.Current.Today(clock));
        var closed = await db.PeriodClosings.AsNoTracking().Where(c => c.ReopenedAt == null).ToListAsync();
        var posted = await db.JournalLines.GroupBy(l => new { l.JournalEntry.Date.Year, l.JournalEntry.Date.Month })
            .Select(g => new { g.Key.Year, g.Key.Month, Entries = g.Select(l => l.JournalEntryId).Distinct().Count(), Fen = g.Sum(l => l.Amount.Fen > 0 ? l.Amount.Fen : 0) })
            .ToListAsync();
        var months = posted.ToDictionary(p => new BillingMonth(p.Year, p.Month), p => (p.Entries, Turnover: new Money(p.Fen)));
        return
        [
            .. months.Keys.Union(closed.Select(c => c.Month)).OrderByDescending(m => m)
                .Select(m => new PeriodRow(m, months.GetValueOrDefault(m).Entries, months.GetValueOrDefault(m).Turnover, closed.Find(c => c.Month == m), m < today)),
        ];
    }

    /// <summary>Everything that was closed and opened again, the newest first.</summary>
    public Task<List<PeriodClosing>> HistoryAsync() => db.PeriodClosings.AsNoTracking().OrderByDescending(c => c.ClosedAt).ThenByDescending(c => c.Round).Take(50).ToListAsync();

    /// <exception cref="RuleViolation">The month is not over, is closed already, or the books are not in order.</exception>
    public async Task CloseAsync(BillingMonth month)
    {
        db.Current.RequireAllCommunities();
        if (!(await audit.RunAsync()).IsSound)
        {
            throw new RuleViolation("账实核对有不符，先查明再关账。");
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.HoldPeriodsAsync(alone: true);
        // Read once: whoever read the same meets the same round, and the key refuses the second.
        var before = await db.PeriodClosings.AsNoTracking().Where(c => c.Month == month).ToListAsync();
        if (before.Exists(c => c.ReopenedAt is null))
        {
            throw AlreadyClosed(month);
        }

        var now = clock.GetUtcNow();
        var company = await db.Companies.SingleAsync(c => c.Id == db.Current.Require());
        db.Add(new PeriodClosing(company, month, before.Count + 1, db.Current.UserId, db.Current.UserName, db.Current.DayOf(now - Settling), now));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw AlreadyClosed(month);
        }

        await transaction.CommitAsync();
    }

    /// <exception cref="RuleViolation">No reason is given, or somebody opened it already.</exception>
    public async Task ReopenAsync(Guid closingId, string? reason)
    {
        db.Current.RequireAllCommunities();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.HoldPeriodsAsync(alone: true);
        var closing = NotFoundException.Check(await db.PeriodClosings.FirstOrDefaultAsync(c => c.Id == closingId), closingId);
        closing.Reopen(reason, db.Current.UserName, clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleViolation("{0} 刚被他人重新打开，请刷新。", [closing.Month]);
        }

        await transaction.CommitAsync();
    }

    private static RuleViolation AlreadyClosed(BillingMonth month) => new("{0} 已经关账。", [month]);
}

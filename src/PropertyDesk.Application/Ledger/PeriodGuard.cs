using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Ledger;

namespace PropertyDesk.Application.Ledger;

/// <summary>
/// Refuses to post into a closed month, whatever service makes the entry: every journal entry passes here on its way to the
/// database. Whoever posts into an earlier month holds the company's periods from the check to the end of the transaction,
/// so no closing comes in between. The month in which an entry is posted is looked at without that, for only a month that is
/// over can be closed: it was closed where the clock was set back, or is behind that of whoever closed it.
/// </summary>
public sealed class PeriodGuard : SaveChangesInterceptor
{
    public static readonly PeriodGuard Instance = new();

    // A save without a transaction gets one of its own that reaches from the check to the last row.
    private readonly ConditionalWeakTable<DbContext, IDbContextTransaction> _own = [];

    private PeriodGuard()
    {
    }

    /// <returns>The transaction that was begun for the entries, to be committed after them; null where one runs already, or none is needed.</returns>
    /// <exception cref="RuleViolation">An entry is dated in a closed month.</exception>
    public static async Task<IDbContextTransaction?> CheckAsync(DeskDbContext db, IEnumerable<JournalEntry> entries, CancellationToken cancel)
    {
        var posted = entries.Select(e => (Month: BillingMonth.Of(e.Date), Running: BillingMonth.Of(db.Current.DayOf(e.PostedAt)))).Distinct().ToList();
        if (posted.Count == 0)
        {
            return null;
        }

        var months = posted.Select(p => p.Month).Distinct().ToArray();
        if (posted.TrueForAll(p => p.Month >= p.Running))
        {
            await RefuseClosedAsync(db, months, cancel);
            return null;
        }

        var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        try
        {
            await db.HoldPeriodsAsync(alone: false, cancel);
            await RefuseClosedAsync(db, months, cancel);
            return own;
        }
        catch when (own is not null)
        {
            await own.DisposeAsync();
            throw;
        }
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        eventData.Context is DeskDbContext db && Added(db).Any() ? throw new InvalidOperationException("Entries are posted asynchronously.") : result;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is DeskDbContext db && await CheckAsync(db, Added(db), cancellationToken) is { } own)
        {
            _own.Add(db, own);
        }

        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } db && _own.Remove(db, out var own))
        {
            await using (own)
            {
                await own.CommitAsync(cancellationToken);
            }
        }

        return result;
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default) => TakeBackAsync(eventData.Context);

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default) => TakeBackAsync(eventData.Context);

    private static async Task RefuseClosedAsync(DeskDbContext db, BillingMonth[] months, CancellationToken cancel)
    {
        if (await db.PeriodClosings.AsNoTracking().Where(c => c.ReopenedAt == null && months.Contains(c.Month)).FirstOrDefaultAsync(cancel) is { } closed)
        {
            throw new RuleViolation("{0} 已由 {1} 关账，不能再记账。", [closed.Month, closed.ClosedBy]);
        }
    }

    private async Task TakeBackAsync(DbContext? db)
    {
        if (db is not null && _own.Remove(db, out var own))
        {
            await own.DisposeAsync();
        }
    }

    private static IEnumerable<JournalEntry> Added(DeskDbContext db) =>
        db.ChangeTracker.Entries<JournalEntry>().Where(e => e.State == EntityState.Added).Select(e => e.Entity);
}

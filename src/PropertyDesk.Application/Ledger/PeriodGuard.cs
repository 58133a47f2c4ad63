using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Ledger;

namespace PropertyDesk.Application.Ledger;

/// <summary>
/// Refuses to post into a closed month, whatever service makes the entry: every journal entry passes here on its way to the
/// database. Entries of the month in which they are posted cost no query, for only a month that is over can be closed.
/// </summary>
public sealed class PeriodGuard : SaveChangesInterceptor
{
    public static readonly PeriodGuard Instance = new();

    private PeriodGuard()
    {
    }

    /// <exception cref="RuleViolation">An entry is dated in a closed month.</exception>
    public static async Task CheckAsync(DeskDbContext db, IEnumerable<JournalEntry> entries, CancellationToken cancel)
    {
        var months = Earlier(db, entries);
        if (months.Length > 0 && await Closed(db, months).FirstOrDefaultAsync(cancel) is { } closed)
        {
            throw Refusal(closed);
        }
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        if (eventData.Context is DeskDbContext db && Earlier(db, Added(db)) is { Length: > 0 } months && Closed(db, months).FirstOrDefault() is { } closed)
        {
            throw Refusal(closed);
        }

        return result;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is DeskDbContext db)
        {
            await CheckAsync(db, Added(db), cancellationToken);
        }

        return result;
    }

    private static IEnumerable<JournalEntry> Added(DeskDbContext db) =>
        db.ChangeTracker.Entries<JournalEntry>().Where(e => e.State == EntityState.Added).Select(e => e.Entity);

    private static BillingMonth[] Earlier(DeskDbContext db, IEnumerable<JournalEntry> entries) =>
    [
        .. entries.Where(e => BillingMonth.Of(e.Date) < BillingMonth.Of(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(e.PostedAt, db.Current.TimeZone).DateTime)))
            .Select(e => BillingMonth.Of(e.Date)).Distinct(),
    ];

    private static IQueryable<PeriodClosing> Closed(DeskDbContext db, BillingMonth[] months) =>
        db.PeriodClosings.AsNoTracking().Where(c => c.ReopenedAt == null && months.Contains(c.Month));

    private static RuleViolation Refusal(PeriodClosing closed) => new("{0} 已由 {1} 关账，不能再记账。", [closed.Month, closed.ClosedBy]);
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PropertyDesk.Domain;

namespace PropertyDesk.Application;

/// <summary>
/// Refuses to write a row of another company. The key (CompanyId, Id) does the rest: a stub that claims the current
/// company but carries a foreign id meets no row, and the database refuses a link across companies.
/// </summary>
public sealed class CompanyGuard : SaveChangesInterceptor
{
    public static readonly CompanyGuard Instance = new();

    private CompanyGuard()
    {
    }

    /// <exception cref="InvalidOperationException">A row belongs to another company than the one entered.</exception>
    public static void Check(IEnumerable<CompanyOwned> rows, CurrentCompany current)
    {
        foreach (var row in rows)
        {
            Check(row.CompanyId, row, current);
        }
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        CheckChanges(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        CheckChanges(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void CheckChanges(DbContext? context)
    {
        if (context is not DeskDbContext db)
        {
            return;
        }

        foreach (var entry in db.ChangeTracker.Entries<CompanyOwned>().Where(e => e.State is not (EntityState.Unchanged or EntityState.Detached)))
        {
            if (entry.State != EntityState.Added)
            {
                Check(entry.OriginalValues.GetValue<int>(nameof(CompanyOwned.CompanyId)), entry.Entity, db.Current);
            }

            Check(entry.Entity.CompanyId, entry.Entity, db.Current);
        }
    }

    private static void Check(int companyId, CompanyOwned row, CurrentCompany current)
    {
        if (companyId != current.Id)
        {
            throw new InvalidOperationException($"{row.GetType().Name} {row.Id} belongs to company {companyId}, not to {current.Id}.");
        }
    }
}

using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;

namespace PropertyDesk.Infrastructure.Database;

/// <summary>Brings the database to the current version before the program serves anybody.</summary>
public static class DatabaseStart
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Applies pending migrations. The embedded database is migrated under a lock file of our own, and under it a lock row
    /// that a killed start left behind is cleared: otherwise every later start would wait for ever.
    /// </summary>
    public static async Task MigrateAsync(DeskDbContext db, TimeProvider clock)
    {
        if (db is not SqliteDeskDbContext)
        {
            await db.Database.MigrateAsync();
            await OpenBillsIndex.BuildAsync(db);
            await AppendOnly.GuardAsync(db);
            await PostgresWall.BuildAsync(db);
            return;
        }

        var file = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var own = await LockAsync(file + ".migrate", clock);
        await using (own)
        {
            if (!await db.Database.CanConnectAsync() || (await db.Database.GetPendingMigrationsAsync()).Any())
            {
                await ClearLockRowAsync(db);
                await db.Database.MigrateAsync();
                await OpenBillsIndex.BuildAsync(db);
                await SqliteStatistics.WriteAsync(db);
            }

            await AppendOnly.GuardAsync(db);
        }
    }

    /// <summary>Migrations that this version of the program has and the database lacks.</summary>
    public static async Task<IReadOnlyList<string>> PendingAsync(DeskDbContext db) => [.. await db.Database.GetPendingMigrationsAsync()];

    /// <summary>Whether nothing is pending, by one question on the context's own connection: <see cref="PendingAsync"/> opens another.</summary>
    public static async Task<bool> IsCurrentAsync(DeskDbContext db, CancellationToken cancel = default) =>
        !db.Database.GetMigrations().Except(await db.Database.SqlQuery<string>($"SELECT \"MigrationId\" AS \"Value\" FROM \"__EFMigrationsHistory\"").ToListAsync(cancel), StringComparer.Ordinal).Any();

    /// <exception cref="InvalidOperationException">The schema is older than the program.</exception>
    public static async Task RequireCurrentAsync(DeskDbContext db)
    {
        if (await PendingAsync(db) is { Count: > 0 } pending)
        {
            throw new InvalidOperationException($"The database lacks {pending.Count} migration(s), the first is {pending[0]}. Run the command \"migrate\" before this node, or set Database:MigrateAtStart to true.");
        }
    }

    /// <exception cref="InvalidOperationException">The server is set up so that it can lose what it said is written.</exception>
    public static async Task RequireSafeAsync(DeskDbContext db, TimeProvider clock)
    {
        // The embedded database is set up by each connection of ours; reading the whole file is for the command "doctor".
        if (db is SqliteDeskDbContext)
        {
            return;
        }

        if ((await DatabaseFacts.OfAsync(db, clock)).Where(f => f is { Mend: not null, LosesMoney: true }).ToList() is { Count: > 0 } wrong)
        {
            throw new InvalidOperationException("The database can lose what was booked: " + string.Join("; ", wrong.Select(f => $"{f.What}, mend it by: {f.Mend}")) + ". See the command \"doctor\".");
        }
    }

    private static async Task<FileStream> LockAsync(string file, TimeProvider clock)
    {
        var giveUpAt = clock.GetUtcNow() + Patience;
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (clock.GetUtcNow() < giveUpAt)
            {
                await Task.Delay(200);
            }
        }
    }

    // We hold the lock file, so whoever wrote the row is dead, whatever its age.
    private static async Task ClearLockRowAsync(DeskDbContext db)
    {
        var exists = await db.Database.SqlQuery<long>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync();
        if (exists > 0)
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\"");
        }
    }
}

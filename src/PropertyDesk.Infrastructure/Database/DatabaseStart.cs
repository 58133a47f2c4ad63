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
            await AppendOnly.GuardAsync(db);
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
                await SqliteStatistics.WriteAsync(db);
            }

            await AppendOnly.GuardAsync(db);
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

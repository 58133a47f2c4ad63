using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;

namespace PropertyDesk.Infrastructure.Database;

/// <summary>What must be true of a database server before money is kept in it.</summary>
/// <param name="What">In a few words of the server's own settings.</param>
/// <param name="Mend">The setting that mends it; null where it is right.</param>
/// <param name="LosesMoney">What is wrong here can lose or falsify what was booked: no node starts on it.</param>
public sealed record DatabaseFact(string What, string? Mend, bool LosesMoney = true);

/// <summary>Asks the database how it is set up.</summary>
public static class DatabaseFacts
{
    /// <summary>Seconds by which its clock may differ from this machine's.</summary>
    private const double MostSkew = 5;

    public static async Task<IReadOnlyList<DatabaseFact>> OfAsync(DeskDbContext db, TimeProvider clock) => db switch
    {
        PostgresDeskDbContext => await OfPostgresAsync(db, clock),
        SqlServerDeskDbContext => await OfSqlServerAsync(db, clock),
        _ => await OfSqliteAsync(db),
    };

    private static async Task<List<DatabaseFact>> OfPostgresAsync(DeskDbContext db, TimeProvider clock) =>
    [
        await IsAsync(db, "fsync", $"SELECT current_setting('fsync') AS \"Value\"", "on", "ALTER SYSTEM SET fsync = on"),
        await IsAsync(db, "synchronous_commit", $"SELECT CASE WHEN current_setting('synchronous_commit') IN ('on', 'remote_apply', 'remote_write', 'local') THEN 'on' ELSE 'off' END AS \"Value\"", "on", "ALTER SYSTEM SET synchronous_commit = on"),
        await IsAsync(db, "full_page_writes", $"SELECT current_setting('full_page_writes') AS \"Value\"", "on", "ALTER SYSTEM SET full_page_writes = on"),
        await IsAsync(db, "server_encoding", $"SELECT current_setting('server_encoding') AS \"Value\"", "UTF8", "CREATE DATABASE … ENCODING 'UTF8'"),
        await IsAsync(db, "row-level security", $"SELECT CASE WHEN rolsuper OR rolbypassrls THEN 'bypassed' ELSE 'on' END AS \"Value\" FROM pg_roles WHERE rolname = current_user", "on", "roles --Role NAME") with { LosesMoney = false },
        Skew(await db.Database.SqlQuery<double>($"SELECT extract(epoch FROM clock_timestamp())::float8 AS \"Value\"").SingleAsync(), clock),
    ];

    private static async Task<List<DatabaseFact>> OfSqlServerAsync(DeskDbContext db, TimeProvider clock) =>
    [
        await IsAsync(db, "READ_COMMITTED_SNAPSHOT", $"SELECT CAST(is_read_committed_snapshot_on AS nvarchar(8)) AS \"Value\" FROM sys.databases WHERE database_id = DB_ID()", "1", "ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE"),
        await IsAsync(db, "DELAYED_DURABILITY", $"SELECT CAST(delayed_durability AS nvarchar(8)) AS \"Value\" FROM sys.databases WHERE database_id = DB_ID()", "0", "ALTER DATABASE CURRENT SET DELAYED_DURABILITY = DISABLED"),
        Skew(await db.Database.SqlQuery<double>($"SELECT DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()) / 1000.0E0 AS \"Value\"").SingleAsync(), clock),
    ];

    // The pragmas are set by each connection of ours: what is wrong here is the file's place, or the program's own mistake.
    private static async Task<List<DatabaseFact>> OfSqliteAsync(DeskDbContext db) =>
    [
        await IsAsync(db, "journal_mode", $"SELECT journal_mode AS \"Value\" FROM pragma_journal_mode", "wal", "a folder on a local disk: a network share cannot hold it"),
        await IsAsync(db, "synchronous", $"SELECT CAST(synchronous AS TEXT) AS \"Value\" FROM pragma_synchronous", "2", "PRAGMA synchronous=FULL"),
        await IsAsync(db, "foreign_keys", $"SELECT CAST(foreign_keys AS TEXT) AS \"Value\" FROM pragma_foreign_keys", "1", "PRAGMA foreign_keys=ON"),
        await IsAsync(db, "quick_check", $"SELECT quick_check AS \"Value\" FROM pragma_quick_check LIMIT 1", "ok", "restore the last backup"),
    ];

    private static async Task<DatabaseFact> IsAsync(DeskDbContext db, string name, FormattableString sql, string wanted, string mend)
    {
        var found = (await db.Database.SqlQuery<string>(sql).ToListAsync()).FirstOrDefault() ?? "";
        return new DatabaseFact($"{name} = {found}", string.Equals(found, wanted, StringComparison.OrdinalIgnoreCase) ? null : mend);
    }

    private static DatabaseFact Skew(double server, TimeProvider clock)
    {
        var apart = Math.Abs(server - (clock.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds);
        return new DatabaseFact(string.Create(CultureInfo.InvariantCulture, $"clock ± {apart:0.0} s"), apart <= MostSkew ? null : "NTP", LosesMoney: false);
    }
}

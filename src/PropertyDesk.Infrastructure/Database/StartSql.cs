using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;

namespace PropertyDesk.Infrastructure.Database;

/// <summary>What a start puts into the database beside its tables.</summary>
internal static class StartSql
{
    // Sets our lock apart from others on the same server; any number does.
    private const int Starting = 1_346_720_325;

    /// <summary>On PostgreSQL, keeps other nodes that start at the same moment waiting until the transaction ends.</summary>
    public static Task WaitForOthersAsync(DeskDbContext db) => db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Starting})");

    /// <param name="sql">Made of names of our own only.</param>
    public static Task RunAsync(DeskDbContext db, string sql) => db.Database.ExecuteSqlRawAsync(sql);
}

using System.Data;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PropertyDesk.Application;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Metering;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Infrastructure.Database;

/// <summary>What is particular about PostgreSQL.</summary>
public sealed class PostgresDeskDbContext(DbContextOptions<PostgresDeskDbContext> options, CurrentCompany company) : DeskDbContext(options, company), IDataProtectionKeyContext
{
    // Sets our locks apart from others on the same server; any number does.
    private const int Periods = 1_346_720_324;
    private const string ByBytes = "C";

    // With seven more for the jobs' schedule, three nodes fit a server that nobody configured.
    private const int MostOfPages = 25;

    /// <summary>
    /// Lets the server keep the plans of what a connection asks again and again, unless the connection string says otherwise
    /// ("Max Auto Prepare=0"), and keeps to a number of connections: more of them only share the same processors, and each
    /// learns its plans anew.
    /// </summary>
    public static string Prepared(string connection)
    {
        var builder = new NpgsqlConnectionStringBuilder(Limited(connection, MostOfPages));

        // Not its ContainsKey, which says yes to every word that it knows.
        if (!builder.ShouldSerialize("Max Auto Prepare"))
        {
            (builder.MaxAutoPrepare, builder.AutoPrepareMinUsages) = (200, 3);
        }

        return builder.ConnectionString;
    }

    /// <summary>At most so many connections, unless the connection string says how many.</summary>
    public static string Limited(string connection, int most)
    {
        var builder = new NpgsqlConnectionStringBuilder(connection);
        if (!builder.ShouldSerialize("Maximum Pool Size"))
        {
            builder.MaxPoolSize = Math.Max(most, builder.MinPoolSize);
        }

        return builder.ConnectionString;
    }

    /// <summary>Where no folder is named for them.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public override bool IsDeadlock(Exception error) =>
        Chain(error).OfType<PostgresException>().Any(e => e.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure);

    public override bool IsUniqueViolation(Exception error) =>
        (error as PostgresException ?? error.InnerException as PostgresException)?.SqlState == PostgresErrorCodes.UniqueViolation;

    // A snapshot already; the stricter level would refuse it beside others that do the same for other companies.
    protected override IsolationLevel OneMomentToWrite => IsolationLevel.RepeatableRead;

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        base.OnConfiguring(optionsBuilder);
        optionsBuilder.AddInterceptors(PostgresWall.Instance);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HoldKeys();
        // The beginning of a text is found by an index only where letters are in the order of their bytes.
        builder.Entity<Unit>().Property(u => u.SearchCode).UseCollation(ByBytes);
        builder.Entity<Unit>().Property(u => u.SearchNumber).UseCollation(ByBytes);
        builder.Entity<Owner>().Property(o => o.SearchPhone).UseCollation(ByBytes);
        builder.Entity<Owner>().Property(o => o.Initials).UseCollation(ByBytes);
        builder.Entity<ParkingUse>().Property(u => u.SearchPlate).UseCollation(ByBytes);
        builder.Entity<ParkingUse>().Property(u => u.SearchPlateEnd).UseCollation(ByBytes);
        builder.Entity<Meter>().Property(m => m.SearchNumber).UseCollation(ByBytes);
    }

    protected override FormattableString PeriodLock(int companyId, bool alone) => alone
        ? (FormattableString)$"SELECT pg_advisory_xact_lock({Periods}, {companyId})"
        : $"SELECT pg_advisory_xact_lock_shared({Periods}, {companyId})";

    protected override Task BulkInsertCoreAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancel) =>
        PostgresBulkInsert.RunAsync(this, rows, cancel);
}

using System.Data;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PropertyDesk.Application;

namespace PropertyDesk.Infrastructure.Database;

/// <summary>What is particular about the embedded database.</summary>
public sealed class SqliteDeskDbContext(DbContextOptions<SqliteDeskDbContext> options, CurrentCompany company) : DeskDbContext(options, company), IDataProtectionKeyContext
{
    private const int Busy = 5;
    private const int ConstraintUnique = 2067;
    private const int ConstraintPrimaryKey = 1555;

    /// <summary>Where no folder is named for them.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public override bool IsDeadlock(Exception error) => Chain(error).OfType<SqliteException>().Any(e => e.SqliteErrorCode == Busy);

    public override bool IsUniqueViolation(Exception error) =>
        (error as SqliteException ?? error.InnerException as SqliteException)?.SqliteExtendedErrorCode is ConstraintUnique or ConstraintPrimaryKey;

    // The only way to ask for one that does not begin as a writer: it reads what was committed when it first read.
    protected override IsolationLevel OneMoment => SqliteTurns.ReadsOnly;

    // A transaction begins as the only writer: whoever else posts or closes waits for its end.
    protected override FormattableString? PeriodLock(int companyId, bool alone) => null;

    protected override Task BulkInsertCoreAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancel) =>
        SqliteBulkInsert.RunAsync(this, rows, cancel);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HoldKeys();
    }

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        base.OnConfiguring(optionsBuilder);
        optionsBuilder.AddInterceptors(SqlitePragmas.Instance, SqliteTurns.Instance);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // SQLite can neither order nor compare instants with an offset: UTC ticks can.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
    }

    private sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(time => time.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}

using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;

namespace PropertyDesk.Infrastructure.Database;

/// <summary>What is particular about SQL Server.</summary>
public sealed class SqlServerDeskDbContext(DbContextOptions<SqlServerDeskDbContext> options, CurrentCompany company) : DeskDbContext(options, company), IDataProtectionKeyContext
{
    private const int DeadlockVictim = 1205;
    private const int DuplicateKeyInIndex = 2601;
    private const int DuplicateKeyInConstraint = 2627;

    /// <summary>Where no folder is named for them.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public override bool IsDeadlock(Exception error) => Chain(error).OfType<SqlException>().Any(e => e.Number == DeadlockVictim);

    public override bool IsUniqueViolation(Exception error) =>
        (error as SqlException ?? error.InnerException as SqlException)?.Number is DuplicateKeyInIndex or DuplicateKeyInConstraint;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HoldKeys();
    }

    // The procedure answers below zero where it did not get the lock, and raises nothing.
    protected override FormattableString PeriodLock(int companyId, bool alone) => $"""
        DECLARE @held int;
        EXEC @held = sp_getapplock @Resource = {$"periods {companyId}"}, @LockMode = {(alone ? "Exclusive" : "Shared")}, @LockOwner = 'Transaction';
        IF @held < 0 THROW 51000, 'The periods of the company could not be locked.', 1;
        """;

    protected override FormattableString TakeNumbers(int companyId, Guid communityId, string book, int count) => $"""
        UPDATE "ReceiptBooks" SET "LastNumber" = "LastNumber" + {count}
        OUTPUT inserted."LastNumber" AS "Value"
        WHERE "CompanyId" = {companyId} AND "CommunityId" = {communityId} AND "Name" = {book}
        """;

    protected override Task BulkInsertCoreAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancel) =>
        SqlServerBulkInsert.RunAsync(this, rows, cancel);
}

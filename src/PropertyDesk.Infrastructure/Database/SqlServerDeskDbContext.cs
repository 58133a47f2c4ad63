using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;

namespace PropertyDesk.Infrastructure.Database;

/// <summary>What is particular about SQL Server.</summary>
public sealed class SqlServerDeskDbContext(DbContextOptions<SqlServerDeskDbContext> options, CurrentCompany company) : DeskDbContext(options, company)
{
    private const int DuplicateKeyInIndex = 2601;
    private const int DuplicateKeyInConstraint = 2627;

    public override bool IsUniqueViolation(Exception error) =>
        (error as SqlException ?? error.InnerException as SqlException)?.Number is DuplicateKeyInIndex or DuplicateKeyInConstraint;

    protected override Task BulkInsertCoreAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancel) =>
        SqlServerBulkInsert.RunAsync(this, rows, cancel);
}

using Microsoft.EntityFrameworkCore;
using Npgsql;
using PropertyDesk.Application;

namespace PropertyDesk.Infrastructure.Database;

/// <summary>What is particular about PostgreSQL.</summary>
public sealed class PostgresDeskDbContext(DbContextOptions<PostgresDeskDbContext> options, CurrentCompany company) : DeskDbContext(options, company)
{
    public override bool IsUniqueViolation(Exception error) =>
        (error as PostgresException ?? error.InnerException as PostgresException)?.SqlState == PostgresErrorCodes.UniqueViolation;

    protected override Task BulkInsertCoreAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancel) =>
        PostgresBulkInsert.RunAsync(this, rows, cancel);
}

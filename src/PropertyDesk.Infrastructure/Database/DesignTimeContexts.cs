using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using PropertyDesk.Application;

namespace PropertyDesk.Infrastructure.Database;

// Used by the migration tool only; no server is asked.
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDeskDbContext>
{
    public SqliteDeskDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteDeskDbContext>().UseSqlite("Data Source=:memory:").Options, new CurrentCompany());
}

internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresDeskDbContext>
{
    public PostgresDeskDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresDeskDbContext>().UseNpgsql("Host=localhost").Options, new CurrentCompany());
}

internal sealed class SqlServerDesign : IDesignTimeDbContextFactory<SqlServerDeskDbContext>
{
    public SqlServerDeskDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerDeskDbContext>().UseSqlServer("Server=localhost").Options, new CurrentCompany());
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using PropertyDesk.Application;
using PropertyDesk.Infrastructure.Database;

namespace PropertyDesk.IntegrationTests.Architecture;

/// <summary>The models of the three providers as the migrations see them; no server is asked.</summary>
internal static class ModelOf
{
    public static DeskDbContext Open(string provider) => provider switch
    {
        "Sqlite" => new SqliteDeskDbContext(new DbContextOptionsBuilder<SqliteDeskDbContext>().UseSqlite("Data Source=:memory:").Options, new CurrentCompany()),
        "Postgres" => new PostgresDeskDbContext(new DbContextOptionsBuilder<PostgresDeskDbContext>().UseNpgsql("Host=localhost").Options, new CurrentCompany()),
        _ => new SqlServerDeskDbContext(new DbContextOptionsBuilder<SqlServerDeskDbContext>().UseSqlServer("Server=localhost").Options, new CurrentCompany()),
    };

    public static IModel Of(string provider)
    {
        using var db = Open(provider);
        return db.GetService<IDesignTimeModel>().Model;
    }
}

using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.SqlServer;
using PropertyDesk.Infrastructure.Database;
using PropertyDesk.Web.Jobs;

namespace PropertyDesk.Web.Hosting;

/// <summary>
/// Background jobs. Their storage follows the database. With the embedded database it is memory: nothing is lost with it,
/// because jobs only read rows, and the schedule makes up for missed days.
/// </summary>
public static class DeskJobs
{
    // Two workers, and who watches the schedule and the server.
    private const int MostConnections = 7;

    public static void AddDeskJobs(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<CompanyJobs>();
        builder.Services.AddScoped<BillRunsJob>();
        builder.Services.AddScoped<DunningJob>();
        builder.Services.AddScoped<ChannelsJob>();
        builder.Services.AddScoped<AccountsJob>();
        builder.Services.AddScoped<DeliveriesJob>();
        if (!Enabled(builder.Configuration))
        {
            return;
        }

        var database = DatabaseOptions.Of(builder.Configuration);
        builder.Services.AddScoped<DraftBillsJob>();
        builder.Services.AddHangfire(jobs => Store(jobs, database, prepare: database.MigrateAtStart));
        builder.Services.AddHangfireServer(options => options.WorkerCount = 2);
    }

    public static void UseDeskJobs(this WebApplication app)
    {
        if (!Enabled(app.Configuration))
        {
            return;
        }

        app.MapHangfireDashboard("/hangfire", new DashboardOptions { Authorization = [] }).RequireAuthorization(Permissions.PlatformOperator);
        Schedule.Set(app.Services.GetRequiredService<IRecurringJobManager>());
    }

    /// <summary>Makes the jobs' own tables on a server, or brings them up to date: a node whose login may not does neither.</summary>
    public static void Migrate(DatabaseOptions database) => Store(GlobalConfiguration.Configuration, database, prepare: true);

    private static bool Enabled(IConfiguration configuration) => configuration.GetValue("Jobs:Enabled", true);

    private static void Store(IGlobalConfiguration jobs, DatabaseOptions database, bool prepare)
    {
        switch (database.Provider)
        {
            case DatabaseProvider.Postgres:
                jobs.UsePostgreSqlStorage(options => options.UseNpgsqlConnection(PostgresDeskDbContext.Limited(database.ConnectionString, MostConnections)), new PostgreSqlStorageOptions { PrepareSchemaIfNecessary = prepare });
                break;
            case DatabaseProvider.SqlServer:
                jobs.UseSqlServerStorage(database.ConnectionString, new SqlServerStorageOptions { PrepareSchemaIfNecessary = prepare });
                break;
            default:
                jobs.UseInMemoryStorage();
                break;
        }
    }
}

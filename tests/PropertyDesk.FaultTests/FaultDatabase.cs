using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PropertyDesk.Application;
using PropertyDesk.Domain.Companies;
using PropertyDesk.FaultWorker;
using PropertyDesk.Infrastructure.Database;

namespace PropertyDesk.FaultTests;

/// <summary>A migrated database of its own, looked at through the product's services by whoever checks it.</summary>
internal sealed class FaultDatabase : IAsyncDisposable
{
    /// <summary>The server of this run; null: the embedded database is under test.</summary>
    public static readonly string? Server = Environment.GetEnvironmentVariable("PROPERTYDESK_TEST_POSTGRES");

    /// <summary>Of this run, for people.</summary>
    public static readonly string Engine = Server is null ? "SQLite" : "PostgreSQL";

    private readonly ServiceProvider _services;
    private readonly DirectoryInfo _folder;

    private FaultDatabase(DatabaseOptions options, DirectoryInfo folder, string gateway) => (Options, _folder, _services) = (options, folder,
        new ServiceCollection().AddLogging().AddFaultServices(options, gateway, folder.FullName).BuildServiceProvider());

    public DatabaseOptions Options { get; }

    /// <summary>Of the data-protection keys.</summary>
    public string Keys => _folder.FullName;

    /// <param name="server">Connection string of a PostgreSQL server without the database; null for the embedded database.</param>
    /// <param name="gateway">Address of the channels' stand-in.</param>
    public static async Task<FaultDatabase> CreateAsync(string? server, string gateway)
    {
        var folder = Directory.CreateTempSubdirectory("propertydesk-faults");
        var options = OptionsOf(server, folder);
        var made = new FaultDatabase(options, folder, gateway);
        await using var scope = made._services.CreateAsyncScope();
        await DatabaseStart.MigrateAsync(scope.ServiceProvider.GetRequiredService<DeskDbContext>(), TimeProvider.System);
        return made;
    }

    /// <summary>Of a database that nobody has made yet.</summary>
    /// <param name="folder">Where the embedded one stands.</param>
    public static DatabaseOptions OptionsOf(string? server, DirectoryInfo folder) => server is null
        ? new DatabaseOptions { Provider = DatabaseProvider.Sqlite, ConnectionString = $"Data Source={Path.Combine(folder.FullName, "desk.db")}" }
        : new DatabaseOptions { Provider = DatabaseProvider.Postgres, ConnectionString = $"{server};Database=faults_{Guid.NewGuid():n};Maximum Pool Size=20" };

    public async Task<Company> AddCompanyAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var company = new Company("翠湖物业", "faults-" + Guid.NewGuid().ToString("n")[..12]);
        db.Add(company);
        await db.SaveChangesAsync();
        return company;
    }

    /// <summary>Does something with a service of a company, as the program itself or as a person.</summary>
    public async Task<TResult> In<T, TResult>(Company company, Func<T, Task<TResult>> act, Guid? person = null)
        where T : class
    {
        await using var scope = _services.CreateAsyncScope();
        var current = scope.ServiceProvider.GetRequiredService<CurrentCompany>();
        if (person is { } user)
        {
            current.Enter(company, user, "收费员", [Membership.OfStaff(company, user, Role.Collector)], []);
        }
        else
        {
            current.EnterAsJob(company, "故障测试");
        }

        return await act(scope.ServiceProvider.GetRequiredService<T>());
    }

    /// <summary>Removes a database that other programs have made, and its folder.</summary>
    public static ValueTask DropAsync(DatabaseOptions options, DirectoryInfo folder) => new FaultDatabase(options, folder, "http://127.0.0.1:1").DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await using (var scope = _services.CreateAsyncScope())
        {
            // A connection that a fault broke must not hide, by failing here, what the test has found.
            NpgsqlConnection.ClearAllPools();
            await scope.ServiceProvider.GetRequiredService<DeskDbContext>().Database.EnsureDeletedAsync();
        }

        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

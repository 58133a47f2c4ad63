using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Channels;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Infrastructure;
using PropertyDesk.Infrastructure.Channels;
using PropertyDesk.Infrastructure.Database;

namespace PropertyDesk.Benchmarks;

/// <summary>A database of its own for one measurement, dropped afterwards, and the company that works in it.</summary>
internal sealed class BenchmarkDatabase : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly DirectoryInfo? _folder;
    private readonly LateClock _clock = new();
    private Company _company = null!;

    // With a folder of its own, the database is this one's to drop.
    private BenchmarkDatabase(DatabaseOptions options, DirectoryInfo? folder) => (Options, _folder, _services) = (options, folder,
        new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(_clock).AddSingleton(new ChannelAddresses("http://localhost")).AddSingleton(new ChannelGateways(null, isDevelopment: false)).AddApplication().AddInfrastructure(Settings(options)).BuildServiceProvider());

    public DatabaseOptions Options { get; }

    public Company Company => _company;

    /// <summary>How late it is on the program's clock: what it does, it does so long ago.</summary>
    public TimeSpan Ago
    {
        set => _clock.Ago = value;
    }

    /// <summary>For SQL by hand, which tells the server no company: past its wall.</summary>
    public static string PastTheWall(DatabaseOptions options) => options.Provider == DatabaseProvider.Postgres ? $"{options.ConnectionString};Options=-c propertydesk.company=-1" : options.ConnectionString;

    /// <param name="pooling">Connections are kept, as the web server keeps them; off for acts that take the file as a whole.</param>
    public static async Task<BenchmarkDatabase> CreateAsync(DatabaseProvider provider, bool pooling = false)
    {
        var folder = Directory.CreateTempSubdirectory("propertydesk-benchmark");
        var name = "bench_" + Guid.NewGuid().ToString("n");
        var text = provider == DatabaseProvider.Postgres
            ? $"{Environment.GetEnvironmentVariable("PROPERTYDESK_TEST_POSTGRES")};Database={name}"
            : $"Data Source={Path.Combine(folder.FullName, name + ".db")};Pooling={pooling}";
        var made = new BenchmarkDatabase(new DatabaseOptions { Provider = provider, ConnectionString = text }, folder);
        await using var scope = made._services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        await DatabaseStart.MigrateAsync(db, TimeProvider.System);
        made._company = new Company("基准物业", "bench-" + Guid.NewGuid().ToString("n")[..12]);
        db.Add(made._company);
        await db.SaveChangesAsync();
        return made;
    }

    /// <summary>The database that another process created and will drop.</summary>
    public static async Task<BenchmarkDatabase> OpenAsync(DatabaseOptions options)
    {
        var opened = new BenchmarkDatabase(options, null);
        await using var scope = opened._services.CreateAsyncScope();
        opened._company = await scope.ServiceProvider.GetRequiredService<DeskDbContext>().Companies.SingleAsync();
        return opened;
    }

    /// <summary>Does something with a service, or the database itself, in a scope of its own.</summary>
    /// <param name="collector">Whose login it is; null for the program itself.</param>
    public async Task<TResult> In<T, TResult>(Func<T, Task<TResult>> act, Guid? collector = null)
        where T : class
    {
        await using var scope = _services.CreateAsyncScope();
        var current = scope.ServiceProvider.GetRequiredService<CurrentCompany>();
        if (collector is { } person)
        {
            current.Enter(_company, person, "收费员", [Membership.OfStaff(_company, person, Role.Collector)], []);
        }
        else
        {
            current.EnterAsJob(_company, "基准");
        }

        return await act(scope.ServiceProvider.GetRequiredService<T>());
    }

    /// <summary>As an owner on the portal.</summary>
    public async Task<TResult> AsOwnerAsync<T, TResult>(Owner owner, Func<T, Task<TResult>> act)
        where T : class
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCompany>().Enter(_company, owner.Id, owner.Name, [Membership.OfOwner(owner, owner.Id)], [owner.CommunityId]);
        // As CompanyFromPath does for whoever only looks.
        await scope.ServiceProvider.GetRequiredService<DeskDbContext>().Database.OpenConnectionAsync();
        return await act(scope.ServiceProvider.GetRequiredService<T>());
    }

    public Task In<T>(Func<T, Task> act)
        where T : class => In<T, bool>(async service =>
        {
            await act(service);
            return true;
        });

    public Task<Guid> AddCommunityAsync(int units) =>
        In(async (DeskDbContext db) => (await LargeCommunity.AddAsync(db, _company, units)).Id);

    private static IConfiguration Settings(DatabaseOptions database) => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Database:Provider"] = database.Provider.ToString(),
        ["Database:ConnectionString"] = database.ConnectionString,
    }).Build();

    private sealed class LateClock : TimeProvider
    {
        public TimeSpan Ago { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - Ago;
    }

    public async ValueTask DisposeAsync()
    {
        if (_folder is not null)
        {
            await In((DeskDbContext db) => db.Database.EnsureDeletedAsync());
            _folder.Delete(recursive: true);
        }

        await _services.DisposeAsync();
    }
}

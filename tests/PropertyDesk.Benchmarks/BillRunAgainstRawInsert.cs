using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Infrastructure;
using PropertyDesk.Infrastructure.Database;

namespace PropertyDesk.Benchmarks;

/// <summary>
/// A month's draft (reading, computing, writing) against writing the same rows only, in the same database and run, turn and
/// turn about: the ratio says what the program adds to the floor that the database sets, and bears comparison between machines.
/// </summary>
internal static class BillRunAgainstRawInsert
{
    private const int Units = 10_000;
    private const int Rounds = 5;
    private static readonly BillingMonth Month = new(2025, 5);

    public static async Task RunAsync(string provider)
    {
        var folder = Directory.CreateTempSubdirectory("propertydesk-benchmark");
        await using var services = Services(provider, folder.FullName);
        var company = await OpenAsync(services);
        var communityId = await InAsync(services, company, async db => (await LargeCommunity.AddAsync(db, company, Units)).Id);
        var runs = new List<(double Draft, double Raw)>();
        for (var round = 0; round <= Rounds; round++)
        {
            var (draft, rows) = await DraftAsync(services, company, communityId);
            var raw = await RawAsync(services, company, communityId);
            if (round > 0) // the first round warms up
            {
                runs.Add((draft, raw));
                Console.WriteLine($"round {round}: draft {draft:0} ms, raw insert of the same {rows} rows {raw:0} ms, ratio {draft / raw:0.00}");
            }
        }

        Console.WriteLine($"{provider}: median ratio {Median(runs.Select(r => r.Draft / r.Raw)):0.00}, median draft {Median(runs.Select(r => r.Draft)):0} ms for {Units} units");
        folder.Delete(recursive: true);
    }

    private static async Task<(double Milliseconds, int Rows)> DraftAsync(ServiceProvider services, Company company, Guid communityId)
    {
        await using var scope = Enter(services, company);
        var drafts = scope.ServiceProvider.GetRequiredService<BillRuns>();
        var watch = Stopwatch.StartNew();
        var draft = await drafts.DraftAsync(communityId, Month);
        return (watch.Elapsed.TotalMilliseconds, draft.BillCount + draft.LineCount);
    }

    // The rows that the draft wrote are read, deleted, and written again by nothing but the bulk insert.
    private static async Task<double> RawAsync(ServiceProvider services, Company company, Guid communityId)
    {
        var (run, bills, lines) = await InAsync(services, company, async db =>
            (await db.BillRuns.AsNoTracking().SingleAsync(), await db.Bills.AsNoTracking().ToListAsync(), await db.BillLines.AsNoTracking().ToListAsync()));
        await InAsync(services, company, db => ClearAsync(db));
        var time = await InAsync(services, company, async db =>
        {
            var watch = Stopwatch.StartNew();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.BulkInsertAsync([run]);
            await db.BulkInsertAsync(bills);
            await db.BulkInsertAsync(lines);
            await transaction.CommitAsync();
            return watch.Elapsed.TotalMilliseconds;
        });
        await InAsync(services, company, db => ClearAsync(db));
        return run.CommunityId == communityId ? time : throw new InvalidOperationException("Another community's run.");
    }

    private static async Task<int> ClearAsync(DeskDbContext db) =>
        await db.BillLines.ExecuteDeleteAsync() + await db.Bills.ExecuteDeleteAsync() + await db.BillRuns.ExecuteDeleteAsync();

    private static async Task<T> InAsync<T>(ServiceProvider services, Company company, Func<DeskDbContext, Task<T>> act)
    {
        await using var scope = Enter(services, company);
        return await act(scope.ServiceProvider.GetRequiredService<DeskDbContext>());
    }

    private static AsyncServiceScope Enter(ServiceProvider services, Company company)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCompany>().EnterAsJob(company, "基准");
        return scope;
    }

    private static async Task<Company> OpenAsync(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        await DatabaseStart.MigrateAsync(db, TimeProvider.System);
        var company = new Company("基准物业", "bench-" + Guid.NewGuid().ToString("n")[..12]);
        db.Add(company);
        await db.SaveChangesAsync();
        return company;
    }

    private static ServiceProvider Services(string provider, string folder)
    {
        var name = "bench_" + Guid.NewGuid().ToString("n");
        var options = provider == "postgres"
            ? new DatabaseOptions { Provider = DatabaseProvider.Postgres, ConnectionString = $"{Environment.GetEnvironmentVariable("PROPERTYDESK_TEST_POSTGRES")};Database={name}" }
            : new DatabaseOptions { Provider = DatabaseProvider.Sqlite, ConnectionString = $"Data Source={Path.Combine(folder, name + ".db")};Pooling=False" };
        return new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddApplication().AddDatabase(options).BuildServiceProvider();
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}

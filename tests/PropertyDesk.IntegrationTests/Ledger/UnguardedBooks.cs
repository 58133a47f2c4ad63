using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Infrastructure.Database;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Ledger;

/// <summary>Books whose guard somebody with the rights of an administrator took off, to change what was booked: in a database of these tests alone.</summary>
internal static class UnguardedBooks
{
    private static readonly Lazy<Task<DeskHost>> Host = new(StartAsync);

    public static async Task<Till> OpenAsync() => await Till.OpenAsync(await Desk.OpenAsync(await Host.Value));

    private static async Task<DeskHost> StartAsync()
    {
        var host = await DeskHost.StartAloneAsync();
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        foreach (var (table, name) in AppendOnly.Tables.SelectMany(t => Triggers(t).Select(name => (t, name))))
        {
            await db.Database.ExecuteSqlRawAsync(TestEngine.Provider == "Postgres" ? $"DROP TRIGGER \"{name}\" ON \"{table}\"" : $"DROP TRIGGER \"{name}\"");
        }

        return host;
    }

    private static string[] Triggers(string table) => TestEngine.Provider switch
    {
        "Sqlite" => [$"{table}_refuses_UPDATE", $"{table}_refuses_DELETE"],
        "Postgres" => [$"{table}_refuses_change", $"{table}_refuses_emptying"],
        _ => [$"{table}_refuses_change"],
    };
}

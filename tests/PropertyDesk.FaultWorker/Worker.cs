using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Domain;
using PropertyDesk.Infrastructure.Database;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.FaultWorker;

/// <summary>
/// The product's services and its notice endpoint in a process that may be killed at any moment. Acts come in as lines; what
/// is begun, done or failed goes out as lines: READY port, BEGIN id, ACK id answer, ERR id reason.
/// </summary>
internal static class Worker
{
    public static Task<int> Main(string[] args) => args switch
    {
        ["work", var provider, var connection, var gateway, var keys] =>
            WorkAsync(new DatabaseOptions { Provider = Enum.Parse<DatabaseProvider>(provider), ConnectionString = connection }, gateway, keys),
        ["hold", var connection, var seconds] => HoldAsync(connection, TimeSpan.FromSeconds(int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture))),
        _ => throw new ArgumentException("work provider connection gateway keys | hold connection seconds", nameof(args)),
    };

    private static async Task<int> WorkAsync(DatabaseOptions database, string gateway, string keys)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddFaultServices(database, gateway, keys);
        await using var app = builder.Build();
        app.MapChannelNotices();
        await app.StartAsync();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<DeskDbContext>().Companies.CountAsync();
        }

        Console.WriteLine($"READY {new Uri(app.Urls.First()).Port}");
        var acts = new Acts(app.Services);
        var lanes = new Dictionary<int, Task>();
        while (await Console.In.ReadLineAsync() is { Length: > 0 } line)
        {
            var act = Act.Parse(line);
            lanes[act.Lane] = DoAsync(acts, act, lanes.GetValueOrDefault(act.Lane, Task.CompletedTask));
        }

        await Task.WhenAll(lanes.Values);
        return 0;
    }

    private static async Task DoAsync(Acts acts, Act act, Task before)
    {
        // Lanes are begun by one reader: each goes its own way from here.
        await Task.Yield();
        await before;
        Console.WriteLine($"BEGIN {act.Id}");
        try
        {
            Console.WriteLine($"ACK {act.Id} {await acts.DoAsync(act)}");
        }
        // Whatever it was: the harness decides whether it may have happened.
        catch (Exception error)
        {
            var text = error is RuleViolation rule ? rule.Message : error.ToString();
            Console.WriteLine($"ERR {act.Id} {text.ReplaceLineEndings(" | ")}");
        }
    }

    /// <summary>Another program that keeps the embedded database to itself for a while.</summary>
    private static async Task<int> HoldAsync(string connectionString, TimeSpan time)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE";
        await command.ExecuteNonQueryAsync();
        Console.WriteLine("HELD");
        await Task.Delay(time);
        command.CommandText = "ROLLBACK";
        await command.ExecuteNonQueryAsync();
        return 0;
    }
}

using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Infrastructure.Database;

namespace PropertyDesk.IntegrationTests.Architecture;

/// <summary>The queue of those who write to the embedded database. It is the same whichever engine the other tests run on.</summary>
public sealed class TakingTurnsToWrite
{
    [Fact]
    public async Task A_transaction_that_could_not_begin_keeps_nobody_waiting()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var source = $"Data Source={file};Default Timeout=1;Pooling=False";
            await using (var other = new SqliteConnection(source))
            {
                await other.OpenAsync();
                await RunAsync(other, "BEGIN EXCLUSIVE");
                await using var db = Open(source);
                await Assert.ThrowsAsync<SqliteException>(() => db.Database.BeginTransactionAsync());
                await RunAsync(other, "ROLLBACK");
            }

            // Whoever waits for a turn that nobody gives back waits for ten seconds.
            var watch = Stopwatch.StartNew();
            await using var next = Open(source);
            await using var begun = await next.Database.BeginTransactionAsync();
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(8), $"Waited {watch.Elapsed}.");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static SqliteDeskDbContext Open(string source) => new(new DbContextOptionsBuilder<SqliteDeskDbContext>().UseSqlite(source).Options, new CurrentCompany());

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}

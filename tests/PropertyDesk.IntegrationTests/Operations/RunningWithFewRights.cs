using Hangfire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Infrastructure.Database;
using PropertyDesk.IntegrationTests.Payments;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.IntegrationTests.Operations;

/// <summary>A node whose login reads and writes rows, adds to the books, and changes neither what was booked nor the schema.</summary>
public sealed class RunningWithFewRights
{
    [Theory]
    [InlineData("")]
    [InlineData("Desk")]
    [InlineData("desk; DROP")]
    [InlineData("desk\"x")]
    public void A_role_has_a_plain_name(string name) => Assert.Throws<ArgumentException>(() => DatabaseRoles.Script(DatabaseProvider.Postgres, name));

    [Fact]
    public void The_embedded_database_has_no_roles() => Assert.Throws<ArgumentException>(() => DatabaseRoles.Script(DatabaseProvider.Sqlite, "desk"));

    [Theory]
    [InlineData(DatabaseProvider.Postgres, "REVOKE UPDATE, DELETE ON \"JournalEntries\" FROM desk;")]
    [InlineData(DatabaseProvider.SqlServer, "DENY UPDATE, DELETE ON OBJECT::dbo.[JournalEntries] TO [desk];")]
    public void The_books_are_only_added_to(DatabaseProvider provider, string line) => Assert.Contains(line, DatabaseRoles.Script(provider, "desk"), StringComparison.Ordinal);

    [Fact]
    public async Task A_node_with_few_rights_takes_money_and_can_change_neither_books_nor_schema()
    {
        if (TestEngine.Provider != "Postgres")
        {
            // What the embedded database has instead: the books refuse the program itself.
            var embedded = await Till.OpenAsync();
            await embedded.TakeAsync(await embedded.AskAsync(embedded.Own.Zhang));
            await Assert.ThrowsAnyAsync<Exception>(() => embedded.SeeAsync(db => db.JournalEntries.ExecuteDeleteAsync()));
            return;
        }

        var database = await TestEngine.DatabaseAsync("desk_" + Guid.NewGuid().ToString("n"));
        var role = "desk_" + Guid.NewGuid().ToString("n")[..12];
        await using var owner = new DeskHost(TestEngine.Provider, database);
        _ = owner.Server;
        DeskJobs.Migrate(new DatabaseOptions { Provider = DatabaseProvider.Postgres, ConnectionString = database });
        var here = await Desk.OpenAsync(owner);
        await here.See(db => db.Database.ExecuteSqlRawAsync(DatabaseRoles.Script(DatabaseProvider.Postgres, role)));

        var asRole = new Npgsql.NpgsqlConnectionStringBuilder(database) { Username = role }.ConnectionString;
        await using var node = new DeskHost(TestEngine.Provider, asRole, new Dictionary<string, string>(StringComparer.Ordinal) { ["Database:MigrateAtStart"] = "false", ["Jobs:Enabled"] = "true" });
        _ = node.Server;
        var till = await Till.OpenAsync(await Desk.OpenAsync(node));
        await till.TakeAsync(await till.AskAsync(till.Own.Zhang));

        Assert.Equal(Money.Zero, Money.Sum(await till.SeeAsync(db => db.Bills.Where(b => b.OwnerId == till.Own.Zhang.Id).Select(b => b.Outstanding).ToListAsync())));
        Assert.True((await till.WithAsync((LedgerAudit a) => a.RunAsync())).IsSound);
        Task<string> RefusedAsync(string sql) => till.SeeAsync(async db => (await Assert.ThrowsAsync<Npgsql.PostgresException>(() => db.Database.ExecuteSqlRawAsync(sql))).SqlState);
        foreach (var sql in new[]
        {
            "DELETE FROM \"JournalLines\"", "UPDATE \"Allocations\" SET \"Period\" = 0", "TRUNCATE \"PaymentTenders\"", "DROP TABLE \"Bills\"", "ALTER TABLE \"Bills\" DISABLE TRIGGER ALL",
            "CREATE TABLE mine (x int)", "DROP TRIGGER \"JournalEntries_refuses_change\" ON \"JournalEntries\"", "UPDATE \"__EFMigrationsHistory\" SET \"ProductVersion\" = ''",
        })
        {
            Assert.Equal(Npgsql.PostgresErrorCodes.InsufficientPrivilege, await RefusedAsync(sql));
        }

        // The jobs' own tables are written by the same login.
        var job = new BackgroundJobClient(node.Services.GetRequiredService<JobStorage>()).Enqueue(() => GC.KeepAlive(null));
        Assert.False(string.IsNullOrEmpty(job));
    }

    [Fact]
    public async Task A_server_that_can_lose_what_was_written_is_told_before_a_node_starts()
    {
        await using var host = await DeskHost.StartAloneAsync();
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        await DatabaseStart.RequireSafeAsync(db, host.Clock);
        if (TestEngine.Provider != "Postgres")
        {
            // Set up by each connection of the program, and looked at by the command "doctor".
            Assert.DoesNotContain(await DatabaseFacts.OfAsync(db, host.Clock), f => f is { Mend: not null, LosesMoney: true });
            return;
        }

        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlAsync($"SET synchronous_commit = off");
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => DatabaseStart.RequireSafeAsync(db, host.Clock));
        Assert.Contains("ALTER SYSTEM SET synchronous_commit = on", refused.Message, StringComparison.Ordinal);
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using PropertyDesk.Application;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.IntegrationTests.Operations;

/// <summary>A request whose transaction the database took back is answered anew, by services that know nothing of the first try.</summary>
public sealed class AnsweringAnew
{
    private static Exception Deadlock => TestEngine.Provider == "Postgres"
        ? new InvalidOperationException("transient", new PostgresException("deadlock detected", "ERROR", "ERROR", PostgresErrorCodes.DeadlockDetected))
        : new InvalidOperationException("transient", new SqliteException("database is locked", 5));

    [Fact]
    public async Task Each_try_has_services_of_its_own_and_the_address_as_it_came()
    {
        var seen = new List<(DeskDbContext Db, string Path)>();
        var context = await RunAsync(
            (context, turn) =>
            {
                seen.Add((context.RequestServices.GetRequiredService<DeskDbContext>(), context.Request.Path));
                (context.Request.PathBase, context.Request.Path) = ("/company", "/inner");
                context.Response.Headers["X-Half"] = "done";
                return turn < 2 ? throw Deadlock : Task.CompletedTask;
            });

        Assert.Equal(3, seen.Count);
        Assert.Equal(3, seen.Select(s => s.Db).Distinct(ReferenceEqualityComparer.Instance).Count());
        Assert.All(seen, s => Assert.Equal("/company/take", s.Path));
        Assert.Equal(200, context.Response.StatusCode);
    }

    [Fact]
    public async Task It_gives_up_in_the_end_and_repeats_nothing_else()
    {
        var (tries, others, raw) = (0, 0, 0);

        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync((_, _) =>
        {
            tries++;
            throw Deadlock;
        }));
        await Assert.ThrowsAsync<ArgumentException>(() => RunAsync((_, _) =>
        {
            others++;
            throw new ArgumentException("mistake");
        }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(
            (_, _) =>
            {
                raw++;
                throw Deadlock;
            },
            request => (request.ContentType, request.ContentLength) = ("application/json", 12)));

        Assert.Equal((AgainAfterDeadlock.Most + 1, 1, 1), (tries, others, raw));
    }

    private static async Task<HttpContext> RunAsync(Func<HttpContext, int, Task> answer, Action<HttpRequest>? prepare = null)
    {
        var host = await DeskHost.GetAsync();
        await using var scope = host.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        (context.Request.Method, context.Request.Path, context.Request.ContentType) = ("POST", "/company/take", "application/x-www-form-urlencoded");
        prepare?.Invoke(context.Request);
        var turn = 0;
        await new AgainAfterDeadlock(c => answer(c, turn++), host.Services.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System, NullLogger<AgainAfterDeadlock>.Instance).InvokeAsync(context);
        return context;
    }
}

using System.Data.Common;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PropertyDesk.Application;
using PropertyDesk.Infrastructure.Database;

namespace PropertyDesk.Web.Operations;

/// <summary>
/// What a balancer asks: <c>/health/live</c>, whether the program runs, and <c>/health/ready</c>, whether it can serve: the
/// database answers, its schema is current, and the node was not told to stop. One word is said to whoever asks.
/// </summary>
public static class DeskHealth
{
    private const string Ready = "ready";

    public static void AddDeskHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Draining>();
        builder.Services.AddSingleton<IHostLifetime, DrainingLifetime>();
        builder.Services.AddSingleton<DatabaseCheck>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(30));
        builder.Services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: [Ready]).AddCheck<DrainingCheck>("draining", tags: [Ready]);
    }

    public static void UseDeskHealth(this WebApplication app)
    {
        app.UseHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.UseHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
    }

    /// <summary>
    /// Asks on a connection that it keeps for itself. Behind all the pages that wait for one, a busy node would be taken for a
    /// dead one, and its work given to another that is as busy.
    /// </summary>
    private sealed class DatabaseCheck(IServiceScopeFactory scopes) : IHealthCheck, IAsyncDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
        private readonly SemaphoreSlim _turn = new(1);
        private AsyncServiceScope? _kept;

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await _turn.WaitAsync(cancellationToken);
            try
            {
                return await DatabaseStart.IsCurrentAsync(await ConnectedAsync(cancellationToken), cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The schema is older than the program.");
            }
            catch (Exception error)
            {
                await LetGoAsync();
                cancellationToken.ThrowIfCancellationRequested();
                return HealthCheckResult.Unhealthy("The database does not answer.", error);
            }
            finally
            {
                _turn.Release();
            }
        }

        public async ValueTask DisposeAsync()
        {
            await LetGoAsync();
            _turn.Dispose();
        }

        private async Task<DeskDbContext> ConnectedAsync(CancellationToken cancel)
        {
            if (_kept is { } kept)
            {
                return kept.ServiceProvider.GetRequiredService<DeskDbContext>();
            }

            _kept = scopes.CreateAsyncScope();
            var db = _kept.Value.ServiceProvider.GetRequiredService<DeskDbContext>();
            db.Database.SetConnectionString(new DbConnectionStringBuilder { ConnectionString = db.Database.GetConnectionString(), ["Pooling"] = false }.ConnectionString);
            db.Database.SetCommandTimeout(Patience);
            await db.Database.OpenConnectionAsync(cancel);
            return db;
        }

        private async Task LetGoAsync()
        {
            if (_kept is { } kept)
            {
                _kept = null;
                await kept.DisposeAsync();
            }
        }
    }

    private sealed class DrainingCheck(Draining draining) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(draining.HasBegun ? HealthCheckResult.Unhealthy("This node stops.") : HealthCheckResult.Healthy());
    }
}

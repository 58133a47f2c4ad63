using Microsoft.AspNetCore.Diagnostics.HealthChecks;
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
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(30));
        builder.Services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: [Ready]).AddCheck<DrainingCheck>("draining", tags: [Ready]);
    }

    public static void UseDeskHealth(this WebApplication app)
    {
        app.UseHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.UseHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
    }

    private sealed class DatabaseCheck(DeskDbContext db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                return (await DatabaseStart.PendingAsync(db, cancellationToken)).Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The schema is older than the program.");
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                return HealthCheckResult.Unhealthy("The database does not answer.", error);
            }
        }
    }

    private sealed class DrainingCheck(Draining draining) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(draining.HasBegun ? HealthCheckResult.Unhealthy("This node stops.") : HealthCheckResult.Healthy());
    }
}

using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using PropertyDesk.Application;

namespace PropertyDesk.Web.Operations;

/// <summary>
/// Measures and traces for a collector, where one is named (<c>Telemetry:Otlp</c>, an OTLP address): requests, the server's
/// queries, and what <see cref="DeskMeters"/> shows. Without one, nothing is collected and nothing leaves the program.
/// </summary>
public static partial class DeskTelemetry
{
    private const string Setting = "Telemetry:Otlp";

    public static void AddDeskTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration[Setting] is not { Length: > 0 } address)
        {
            return;
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var collector) || collector.Scheme is not ("http" or "https"))
        {
            throw new InvalidOperationException($"{Setting} is the address of a collector, such as http://collector:4317, not \"{address}\".");
        }

        builder.Services.AddScoped<OperatingFigures>();
        builder.Services.AddHostedService<FiguresEveryMinute>();
        var isHttp = builder.Configuration.GetValue("Telemetry:Protocol", "grpc") == "http";
        Action<OtlpExporterOptions> To(string signal) => options => (options.Protocol, options.Endpoint) = isHttp
            ? (OtlpExportProtocol.HttpProtobuf, new Uri(collector, "/v1/" + signal))
            : (OtlpExportProtocol.Grpc, collector);

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("propertydesk", serviceVersion: typeof(DeskTelemetry).Assembly.GetName().Version?.ToString(), serviceInstanceId: Environment.MachineName))
            .WithMetrics(metrics => metrics.AddMeter(DeskMeters.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql").AddOtlpExporter(To("metrics")))
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation(options => options.Filter = context => !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)).AddSource("Npgsql").AddOtlpExporter(To("traces")));
    }

    private sealed partial class FiguresEveryMinute(IServiceScopeFactory scopes, TimeProvider clock, ILogger<FiguresEveryMinute> log) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var minute = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
            do
            {
                try
                {
                    await using var scope = scopes.CreateAsyncScope();
                    await scope.ServiceProvider.GetRequiredService<OperatingFigures>().ShowAsync(stoppingToken);
                }
                // The database may be away: the next minute looks again, and the health check says so meanwhile.
                catch (Exception error) when (!stoppingToken.IsCancellationRequested)
                {
                    Missed(log, error);
                }
            }
            while (await minute.WaitForNextTickAsync(stoppingToken));
        }

        [LoggerMessage(LogLevel.Warning, "The operating figures of this minute were not read")]
        private static partial void Missed(ILogger log, Exception error);
    }
}

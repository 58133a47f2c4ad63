using Serilog;
using Serilog.Formatting.Compact;

namespace PropertyDesk.Web.Hosting;

/// <summary>Structured logs as JSON lines, with company, user and request id; personal numbers are masked in each line.</summary>
public static class DeskLogs
{
    public static void AddDeskLogs(this WebApplicationBuilder builder) =>
        builder.Host.UseSerilog((context, services, logs) => logs
            .ReadFrom.Configuration(context.Configuration)
            .MinimumLevel.Override("Microsoft", Serilog.Events.LogEventLevel.Warning)
            .MinimumLevel.Override("Hangfire", Serilog.Events.LogEventLevel.Warning)
            .Enrich.FromLogContext()
            .WriteTo.Console(new MaskedFormatter(new RenderedCompactJsonFormatter())));
}

using Microsoft.Extensions.DependencyInjection;

namespace PropertyDesk.Application.Incidents;

/// <summary>The services of this room.</summary>
internal static class IncidentServices
{
    public static void AddIncidents(this IServiceCollection services)
    {
        services.AddScoped<KnownIncidents>();
        services.AddScoped<IncidentSigns>();
        services.AddScoped<RunIncidents>();
        services.AddScoped<EndIncidents>();
        services.AddScoped<IncidentNotices>();
        services.AddScoped<IncidentQueries>();
    }
}

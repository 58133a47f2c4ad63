using Microsoft.Extensions.DependencyInjection;

namespace PropertyDesk.Application.Patrols;

/// <summary>The services of this room.</summary>
internal static class PatrolServices
{
    public static void AddPatrols(this IServiceCollection services)
    {
        services.AddScoped<PatrolSight>();
        services.AddScoped<MakePatrols>();
        services.AddScoped<PatrolRoutes>();
        services.AddScoped<WalkPatrols>();
        services.AddScoped<PatrolQueries>();
        services.AddScoped<RouteQueries>();
        services.AddScoped<PatrolFigures>();
    }
}

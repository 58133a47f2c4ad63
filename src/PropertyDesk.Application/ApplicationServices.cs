using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application.Billing;

namespace PropertyDesk.Application;

/// <summary>The services of this layer, room by room.</summary>
public static class ApplicationServices
{
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        services.AddScoped<CurrentCompany>();
        services.AddScoped<BillRuns>();
        services.AddScoped<BillPublishing>();
        services.AddScoped<BillRunQueries>();
        services.AddScoped<BillQueries>();
        return services;
    }
}

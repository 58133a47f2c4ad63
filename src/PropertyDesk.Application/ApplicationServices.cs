using Microsoft.Extensions.DependencyInjection;

namespace PropertyDesk.Application;

/// <summary>The services of this layer, room by room.</summary>
public static class ApplicationServices
{
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        services.AddScoped<CurrentCompany>();
        return services;
    }
}

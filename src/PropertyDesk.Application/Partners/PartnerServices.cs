using Microsoft.Extensions.DependencyInjection;

namespace PropertyDesk.Application.Partners;

/// <summary>The services of this room.</summary>
internal static class PartnerServices
{
    public static void AddPartners(this IServiceCollection services)
    {
        services.AddScoped<KeepPartners>();
        services.AddScoped<PartnerQueries>();
    }
}

using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application.Archive;

namespace PropertyDesk.Application.Owners;

/// <summary>The services of the owners, and of what their archive keeps.</summary>
internal static class OwnerServices
{
    public static void AddOwners(this IServiceCollection services)
    {
        services.AddScoped<AddOwner>();
        services.AddScoped<OwnerList>();
        services.AddScoped<OwnerQueries>();
        services.AddScoped<OwnerDuesQuery>();
        services.AddScoped<OwnerContacts>();
        services.AddScoped<OwnerActivity>();
        services.AddArchive();
    }
}

using Microsoft.Extensions.DependencyInjection;

namespace PropertyDesk.Application.Events;

/// <summary>The services of this room.</summary>
internal static class EventServices
{
    public static void AddEvents(this IServiceCollection services)
    {
        services.AddScoped<WriteEvents>();
        services.AddScoped<RunEvents>();
        services.AddScoped<SignUps>();
        services.AddScoped<WaitingList>();
        services.AddScoped<EventMessages>();
        services.AddScoped<CheckIns>();
        services.AddScoped<EventPhotos>();
        services.AddScoped<EventQueries>();
        services.AddScoped<PortalEvents>();
        services.AddScoped<EventKeeping>();
    }
}

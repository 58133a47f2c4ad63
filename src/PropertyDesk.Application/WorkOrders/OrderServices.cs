using Microsoft.Extensions.DependencyInjection;

namespace PropertyDesk.Application.WorkOrders;

/// <summary>The services of this room.</summary>
internal static class OrderServices
{
    public static void AddWorkOrders(this IServiceCollection services)
    {
        services.AddScoped<OrderSight>();
        services.AddScoped<SendOrders>();
        services.AddScoped<MoveOrders>();
        services.AddScoped<OrderQueries>();
    }
}

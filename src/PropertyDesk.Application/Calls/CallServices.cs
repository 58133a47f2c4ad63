using Microsoft.Extensions.DependencyInjection;

namespace PropertyDesk.Application.Calls;

/// <summary>The services of this room.</summary>
internal static class CallServices
{
    public static void AddCalls(this IServiceCollection services)
    {
        services.AddScoped<CallTopics>();
        services.AddScoped<TakeCall>();
        services.AddScoped<ReturnCalls>();
        services.AddScoped<Callers>();
        services.AddScoped<CallQueries>();
        services.AddScoped<CallPageQueries>();
        services.AddScoped<CallFigures>();
        services.AddScoped<KnowledgeQueries>();
        services.AddScoped<WriteKnowledge>();
    }
}

using Microsoft.Extensions.DependencyInjection;

namespace PropertyDesk.Application.Archive;

/// <summary>The services of this room.</summary>
internal static class ArchiveServices
{
    public static void AddArchive(this IServiceCollection services)
    {
        services.AddScoped<OwnerTags>();
        services.AddScoped<TagOwners>();
        services.AddScoped<TagQueries>();
        services.AddScoped<Households>();
        services.AddScoped<HouseholdQueries>();
        services.AddScoped<OwnerDocuments>();
        services.AddScoped<OwnerNotes>();
        services.AddScoped<OwnerHistory>();
        services.AddScoped<OwnerTimeline>();
        services.AddScoped<OwnerHeads>();
        services.AddScoped<OwnerGroups>();
        services.AddScoped<NeedsFigures>();
        services.AddScoped<MergeOwners>();
        services.AddScoped<MergeQueries>();
    }
}

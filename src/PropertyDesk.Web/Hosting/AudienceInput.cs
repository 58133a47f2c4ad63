using System.ComponentModel.DataAnnotations;
using PropertyDesk.Application.Audiences;
using PropertyDesk.Domain.Audiences;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Web.Hosting;

/// <summary>The fields with which an audience is chosen.</summary>
public sealed class AudienceInput
{
    public Guid[] Buildings { get; set; } = [];

    public UnitKind[] Kinds { get; set; } = [];

    public Guid[] Tags { get; set; } = [];

    /// <summary>Chosen one by one, by a link from a list.</summary>
    [MaxLength(Audience.MostChosen)]
    public Guid[] Owners { get; set; } = [];

    public bool WithRenters { get; set; } = true;

    /// <summary>Units whose owners alone are meant, between spaces, commas or lines.</summary>
    [StringLength(4000)]
    public string? Codes { get; set; }

    internal async Task<Audience> ReadAsync(AudienceReader reader, Guid communityId)
    {
        var units = await reader.OwnersOfUnitsAsync(communityId, (Codes ?? "").Split([' ', ',', '，', '、', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return new Audience(Buildings, Kinds, [.. Owners.Concat(units).Distinct()], WithRenters) { Tags = Tags };
    }

    internal static AudienceInput Of(Audience audience) => new()
    {
        Buildings = [.. audience.Buildings],
        Kinds = [.. audience.Kinds],
        WithRenters = audience.WithRenters,
        Tags = [.. audience.Tags],
        Owners = [.. audience.Owners],
    };
}

/// <summary>The fields, and the buildings and tags there are.</summary>
/// <param name="Chosen">The names of those chosen one by one.</param>
public sealed record AudienceFields(AudienceInput Input, IReadOnlyList<(Guid Id, string Name)> Buildings, IReadOnlyList<(Guid Id, string Name)> Tags, IReadOnlyList<(Guid Id, string Name)> Chosen);

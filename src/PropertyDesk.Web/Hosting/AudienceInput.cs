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

    public bool WithRenters { get; set; } = true;

    /// <summary>Units whose owners alone are meant, between spaces, commas or lines.</summary>
    [StringLength(4000)]
    public string? Codes { get; set; }

    internal async Task<Audience> ReadAsync(AudienceReader reader, Guid communityId) =>
        new(Buildings, Kinds, await reader.OwnersOfUnitsAsync(communityId, (Codes ?? "").Split([' ', ',', '，', '、', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)), WithRenters);

    internal static async Task<AudienceInput> OfAsync(AudienceReader reader, Guid communityId, Audience audience) => new()
    {
        Buildings = [.. audience.Buildings],
        Kinds = [.. audience.Kinds],
        WithRenters = audience.WithRenters,
        Codes = audience.Owners.Count == 0 ? null : string.Join(' ', (await reader.MembersAsync(communityId, audience)).SelectMany(m => m.Units)),
    };
}

/// <summary>The fields, and the buildings there are.</summary>
public sealed record AudienceFields(AudienceInput Input, IReadOnlyList<(Guid Id, string Name)> Buildings);

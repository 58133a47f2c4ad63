using System.Text.Json;
using PropertyDesk.Domain.Billing;

namespace PropertyDesk.Application.Billing;

/// <summary>
/// A run at one glance, added up while it was computed and kept with it, so that the page of a large run opens as fast as
/// that of a small one.
/// </summary>
/// <param name="Items">Against what stood of the month before at that time, the largest first.</param>
/// <param name="Buildings">In walking order; nothing of them published yet.</param>
/// <param name="Gone">How many units were billed the month before and are not now.</param>
/// <param name="FirstGone">The first of them, in walking order.</param>
public sealed record RunOverview(IReadOnlyList<ItemComparison> Items, IReadOnlyList<RunBuilding> Buildings, int Gone, IReadOnlyList<string> FirstGone)
{
    private static readonly JsonSerializerOptions Options = new() { IgnoreReadOnlyProperties = true };

    internal string ToJson() => JsonSerializer.Serialize(this, Options);

    internal static RunOverview FromJson(string json) => JsonSerializer.Deserialize<RunOverview>(json, Options) ?? throw new JsonException("An overview is never null.");
}

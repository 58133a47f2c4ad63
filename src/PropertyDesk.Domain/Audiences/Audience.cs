using System.Text.Json;
using System.Text.Json.Serialization;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Domain.Audiences;

/// <summary>
/// Whom something of a community is meant for: everybody, who has a unit in certain buildings or of certain kinds, who
/// has a certain tag, or owners chosen one by one. It names rows; who they are is read when it is needed.
/// </summary>
/// <param name="Buildings">Empty: all of the community.</param>
/// <param name="Kinds">Empty: all.</param>
/// <param name="Owners">Where any are named, they alone are meant.</param>
/// <param name="WithRenters">Whoever rents such a unit is meant too.</param>
public sealed record Audience(IReadOnlyList<Guid> Buildings, IReadOnlyList<UnitKind> Kinds, IReadOnlyList<Guid> Owners, bool WithRenters)
{
    /// <summary>Owners that can be chosen one by one.</summary>
    public const int MostChosen = 200;

    public const int MostBuildings = 200;

    public const int MostTags = 50;

    /// <summary>Of its written form, in characters.</summary>
    public const int LongestTerms = 20_000;

    public static Audience Everybody { get; } = new([], [], [], WithRenters: true);

    /// <summary>Where any are named, only whoever has one of them on that day is meant; empty: all.</summary>
    public IReadOnlyList<Guid> Tags { get; init; } = [];

    /// <summary>As it is stored.</summary>
    [JsonIgnore]
    public string Terms => JsonSerializer.Serialize(this with { Buildings = [.. Buildings.Distinct()], Kinds = [.. Kinds.Distinct()], Owners = [.. Owners.Distinct()], Tags = [.. Tags.Distinct()] });

    public static Audience Of(string terms) => JsonSerializer.Deserialize<Audience>(terms) ?? Everybody;

    /// <exception cref="RuleViolation">Too many are chosen.</exception>
    public Audience Checked() =>
        Owners.Count > MostChosen ? throw new RuleViolation("最多逐个选择 {0} 位业主。", [MostChosen], "Owners")
        : Tags.Count > MostTags ? throw new RuleViolation("最多选择 {0} 个标签。", [MostTags], "Tags")
        : Buildings.Count > MostBuildings ? throw new RuleViolation("最多选择 {0} 个楼栋。", [MostBuildings], "Buildings")
        : this;
}

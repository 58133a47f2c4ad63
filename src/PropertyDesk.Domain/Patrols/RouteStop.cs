using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Equipment;

namespace PropertyDesk.Domain.Patrols;

/// <summary>
/// A stop of a route (站点): a place, and what is looked at there. Its id stands in the code of its label, and on no page of those
/// who walk: whoever knows it was there.
/// </summary>
public sealed class RouteStop : CommunityOwned
{
    private RouteStop()
    {
    }

    internal RouteStop(PatrolRoute route, int position, StopPlan plan)
        : base(route)
    {
        RouteId = route.Id;
        Change(position, plan);
    }

    public Guid RouteId { get; private set; }

    /// <summary>From 1, in the order of walking.</summary>
    public int Position { get; private set; }

    public Guid? BuildingId { get; private set; }

    public Building? Building { get; private set; }

    /// <summary>In words, without the building.</summary>
    public string Place { get; private set; } = "";

    /// <summary>What is looked at, a line each.</summary>
    public string Points { get; private set; } = "";

    /// <summary>It is on the route no more.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>With the building, as tickets name places.</summary>
    public string Where => Building is null ? Place : $"{Building.Name} {Place}";

    internal void Change(int position, StopPlan plan)
    {
        if (plan.Building is { } building && building.CommunityId != CommunityId)
        {
            throw new RuleViolation("楼栋不在这个小区。", field: "Stops");
        }

        var place = string.IsNullOrWhiteSpace(plan.Place) ? throw new RuleViolation("第 {0} 站：请写明地点。", [position], "Stops") : plan.Place;
        (Position, BuildingId, Building, Place) = (position, plan.Building?.Id, plan.Building, Require.Text(place, "地点", 60, "Stops"));
        Points = Checklist.Fits(plan.Points) ? Checklist.Clean(plan.Points)
            : throw new RuleViolation("第 {0} 站“{1}”：检查项须有 1 到 {2} 行，每行最多 {3} 个字。", [position, Place, Checklist.MostLines, Checklist.LongestLine], "Stops");
    }

    internal void End() => IsEnded = true;
}

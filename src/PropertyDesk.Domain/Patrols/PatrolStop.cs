using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Equipment;

namespace PropertyDesk.Domain.Patrols;

/// <summary>How it was at a stop.</summary>
public enum StopOutcome
{
    /// <summary>正常</summary>
    Fine,

    /// <summary>发现问题</summary>
    Finding,
}

/// <summary>A stop of one patrol, as the route had it when the patrol was made.</summary>
public sealed class PatrolStop : CommunityOwned
{
    private PatrolStop()
    {
    }

    internal PatrolStop(Patrol patrol, int number, RouteStop stop)
        : base(patrol) => (PatrolId, RouteStopId, Number, Place, Points) = (patrol.Id, stop.Id, number, stop.Where, stop.Points);

    public Guid PatrolId { get; private set; }

    public Guid RouteStopId { get; private set; }

    /// <summary>From 1; unique in the patrol.</summary>
    public int Number { get; private set; }

    /// <summary>With the building.</summary>
    public string Place { get; private set; } = "";

    /// <summary>What is looked at, a line each.</summary>
    public string Points { get; private set; } = "";

    /// <summary>Null until somebody was there.</summary>
    public StopOutcome? Outcome { get; private set; }

    /// <summary>The label of the stop was read.</summary>
    public bool IsScanned { get; private set; }

    public Guid? ById { get; private set; }

    public string? By { get; private set; }

    public DateTimeOffset? At { get; private set; }

    public IReadOnlyList<string> Lines => Checklist.Lines(Points);

    internal void Walked(StopOutcome outcome, Guid? code, bool mustScan, Requester by)
    {
        var isScanned = code == RouteStopId;
        if (mustScan && !isScanned)
        {
            throw new RuleViolation("第 {0} 站“{1}”须先扫现场的二维码。", [Number, Place]);
        }

        (Outcome, IsScanned, ById, By, At) = (outcome, isScanned, by.Id, by.Name, by.At);
    }

    internal void Worsen() => Outcome = StopOutcome.Finding;
}

using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Domain.Patrols;

/// <summary>Where a patrol stands; it follows from the clock and from the stops, and is kept nowhere.</summary>
public enum PatrolState
{
    /// <summary>未到时间</summary>
    Ahead,

    /// <summary>待巡</summary>
    Due,

    /// <summary>超时: its window is over, it can still be walked today.</summary>
    Late,

    /// <summary>按时完成</summary>
    Done,

    /// <summary>超时完成</summary>
    DoneLate,

    /// <summary>未巡: not walked to the end, for good.</summary>
    Missed,
}

/// <summary>When a patrol is walked.</summary>
/// <param name="From">Not before.</param>
/// <param name="By">In time until then.</param>
/// <param name="Closes">Late until then, missed afterwards.</param>
public sealed record PatrolWindow(DateTimeOffset From, DateTimeOffset By, DateTimeOffset Closes);

/// <summary>One walk along a route on one day (巡查), with the stops as the route had them when it was made. A route has one for each of its days, by the database's key.</summary>
public sealed class Patrol : CommunityOwned
{
    private readonly List<PatrolStop> _stops = [];

    private Patrol()
    {
    }

    /// <param name="now">Where the window is closed for good by then, it is written down as missed, and its stops are not kept.</param>
    public Patrol(PatrolRoute route, DateOnly day, PatrolWindow window, DateTimeOffset now)
        : base(route)
    {
        (RouteId, Route, Day, Name, Kind, MustScan) = (route.Id, route, day, route.Name, route.Kind, route.MustScan);
        (DueFrom, DueBy, ClosesAt, MadeAt) = (window.From, window.By, window.Closes, now);
        (DepartmentId, WorkerId, Whom, Version) = (route.DepartmentId, route.WorkerId, route.Whom, Guid.NewGuid());
        var stops = route.Current;
        StopCount = stops.Count;
        if (now < ClosesAt)
        {
            _stops.AddRange(stops.Select((s, i) => new PatrolStop(this, i + 1, s)));
        }
    }

    public Guid RouteId { get; private set; }

    public PatrolRoute Route { get; private set; } = null!;

    /// <summary>The company's day on which it begins; unique on the route.</summary>
    public DateOnly Day { get; private set; }

    public string Name { get; private set; } = "";

    public PatrolKind Kind { get; private set; }

    public bool MustScan { get; private set; }

    public DateTimeOffset DueFrom { get; private set; }

    public DateTimeOffset DueBy { get; private set; }

    public DateTimeOffset ClosesAt { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    public Guid? DepartmentId { get; private set; }

    public Department? Department { get; private set; }

    public Guid? WorkerId { get; private set; }

    public string Whom { get; private set; } = "";

    public int StopCount { get; private set; }

    public int DoneCount { get; private set; }

    /// <summary>When its last stop was walked.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<PatrolStop> Stops => _stops;

    /// <summary>Where it stands.</summary>
    public static PatrolState StateOf(PatrolWindow window, DateTimeOffset? finishedAt, DateTimeOffset now) =>
        finishedAt is { } end ? (end <= window.By ? PatrolState.Done : PatrolState.DoneLate)
        : now >= window.Closes ? PatrolState.Missed
        : now > window.By ? PatrolState.Late
        : now >= window.From ? PatrolState.Due : PatrolState.Ahead;

    public PatrolState StateAt(DateTimeOffset now) => StateOf(new PatrolWindow(DueFrom, DueBy, ClosesAt), FinishedAt, now);

    /// <summary>Everything is well at a stop.</summary>
    /// <param name="code">What was read from the stop's label; null where none was.</param>
    /// <returns>False where the same was said before: nothing changes.</returns>
    /// <exception cref="RuleViolation">It is not the time, not the next stop, or the label was not read.</exception>
    public bool Pass(Guid stopId, Guid? code, Requester by)
    {
        var stop = Stop(stopId);
        if (stop.Outcome == StopOutcome.Fine)
        {
            return false;
        }

        RequireOpen(by.At);
        if (stop.Outcome is not null)
        {
            throw new RuleViolation("第 {0} 站已登记发现问题，不能再改成正常。", [stop.Number]);
        }

        Walk(stop, StopOutcome.Fine, code, by);
        return true;
    }

    /// <summary>Something is wrong at a stop; a stop can have several findings while the patrol is open.</summary>
    /// <exception cref="RuleViolation">It is not the time, not the next stop, the label was not read, or nothing is said.</exception>
    public PatrolFinding Find(Guid stopId, Guid? code, FindingFacts facts, Guid requestId, Requester by)
    {
        var stop = Stop(stopId);
        RequireOpen(by.At);
        var finding = new PatrolFinding(stop, facts, requestId, by);
        if (stop.Outcome is null)
        {
            Walk(stop, StopOutcome.Finding, code, by);
        }
        else
        {
            stop.Worsen();
            Version = Guid.NewGuid();
        }

        return finding;
    }

    /// <summary>Somebody else walks it, as long as it is open.</summary>
    public void HandTo(TicketWhom whom) => (DepartmentId, WorkerId, Whom, Version) = (whom.DepartmentId, whom.WorkerId, whom.Name, Guid.NewGuid());

    private PatrolStop Stop(Guid id) => NotFoundException.Check(_stops.Find(s => s.Id == id), id);

    private void Walk(PatrolStop stop, StopOutcome outcome, Guid? code, Requester by)
    {
        if (_stops.Where(s => s.Outcome is null).MinBy(s => s.Number) is { } next && next.Number != stop.Number)
        {
            throw new RuleViolation("请按顺序巡查：先登记第 {0} 站“{1}”。", [next.Number, next.Place]);
        }

        stop.Walked(outcome, code, MustScan, by);
        (DoneCount, Version) = (DoneCount + 1, Guid.NewGuid());
        FinishedAt = DoneCount == StopCount ? by.At : null;
    }

    private void RequireOpen(DateTimeOffset now)
    {
        if (now < DueFrom)
        {
            throw new RuleViolation("还没到这次巡查的时间。");
        }

        if (now >= ClosesAt)
        {
            throw new RuleViolation("这次巡查已过期，不能再登记。");
        }
    }
}

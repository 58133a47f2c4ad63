using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Domain.Patrols;

/// <summary>
/// A way through a community that is walked again and again (巡查线路), past its stops in order. Every day of the rule has one
/// patrol; a change of the route holds for the days that have none yet.
/// </summary>
public sealed class PatrolRoute : CommunityOwned
{
    public const int MostStops = 40;
    public const int MostDays = 90;

    /// <summary>After a standstill the days before this many are not written down any more.</summary>
    public const int LongestGap = 92;

    private readonly List<RouteStop> _stops = [];

    private PatrolRoute()
    {
    }

    /// <param name="requestId">Made with the form: sent twice, it is one route.</param>
    /// <param name="from">The first day that can have a patrol.</param>
    /// <exception cref="RuleViolation">Something is missing or makes no sense.</exception>
    public PatrolRoute(Community community, RoutePlan plan, DateOnly from, Guid requestId)
        : base(community)
    {
        (RequestId, NextOn) = (requestId, from);
        Change(plan);
    }

    public Guid RequestId { get; private set; }

    public PatrolKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    public PatrolRhythm Rhythm { get; private set; }

    /// <summary>A bit for each weekday, Sunday the first; 0 where the rhythm is another.</summary>
    public int WeekdayBits { get; private set; }

    public int Every { get; private set; }

    public DateOnly FirstOn { get; private set; }

    public TimeOnly From { get; private set; }

    /// <summary>Not after <see cref="From"/>: on the next day.</summary>
    public TimeOnly To { get; private set; }

    public bool MustScan { get; private set; }

    public Guid? DepartmentId { get; private set; }

    public Department? Department { get; private set; }

    /// <summary>The login of whoever walks it.</summary>
    public Guid? WorkerId { get; private set; }

    /// <summary>The person or department by name.</summary>
    public string Whom { get; private set; } = "";

    /// <summary>The days before this one are decided.</summary>
    public DateOnly NextOn { get; private set; }

    /// <summary>Nobody walks it for the time being.</summary>
    public bool IsResting { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>All that ever were; those of today are <see cref="Current"/>.</summary>
    public IReadOnlyList<RouteStop> Stops => _stops;

    /// <summary>In the order of walking.</summary>
    public IReadOnlyList<RouteStop> Current => [.. _stops.Where(s => !s.IsEnded).OrderBy(s => s.Position)];

    public IReadOnlyList<DayOfWeek> Weekdays => [.. Enum.GetValues<DayOfWeek>().Where(d => (WeekdayBits & (1 << (int)d)) != 0)];

    /// <summary>Holds for the days that have no patrol yet. A stop that is left out keeps what was found there, and ends.</summary>
    /// <exception cref="RuleViolation">Something is missing or makes no sense.</exception>
    public void Change(RoutePlan plan)
    {
        var times = plan.Times;
        Kind = Enum.IsDefined(plan.Kind) ? plan.Kind : throw new RuleViolation("请选择类型。", field: "Kind");
        Name = Require.Text(plan.Name, "线路名称", 60, "Name");
        if (times.Rhythm == PatrolRhythm.Weekdays && times.Weekdays.Count == 0)
        {
            throw new RuleViolation("请至少勾选一个星期几。", field: "Weekdays");
        }

        if (times.Rhythm == PatrolRhythm.Interval && times.Every is < 1 or > MostDays)
        {
            throw new RuleViolation("每隔的天数须在 1 到 {0} 之间。", [MostDays], "Every");
        }

        if (times.From == times.To)
        {
            throw new RuleViolation("结束时间不能与开始时间相同。", field: "To");
        }

        if (plan.Whom is { DepartmentId: null, WorkerId: null })
        {
            throw new RuleViolation("请选择由谁巡查。", field: "Whom");
        }

        (Rhythm, FirstOn, From, To, MustScan) = (times.Rhythm, times.FirstOn, times.From, times.To, plan.MustScan);
        WeekdayBits = times.Rhythm == PatrolRhythm.Weekdays ? times.Weekdays.Aggregate(0, (bits, day) => bits | (1 << (int)day)) : 0;
        Every = times.Rhythm == PatrolRhythm.Interval ? times.Every : 1;
        (DepartmentId, WorkerId, Whom) = (plan.Whom.DepartmentId, plan.Whom.WorkerId, plan.Whom.Name);
        SetStops(plan.Stops);
        Version = Guid.NewGuid();
    }

    public bool IsOn(DateOnly day) => day >= FirstOn && Rhythm switch
    {
        PatrolRhythm.Weekdays => (WeekdayBits & (1 << (int)day.DayOfWeek)) != 0,
        _ => (day.DayNumber - FirstOn.DayNumber) % Every == 0,
    };

    /// <summary>The days up to today that still want their patrol; afterwards they are decided.</summary>
    /// <param name="today">The company's day.</param>
    public IReadOnlyList<DateOnly> Due(DateOnly today)
    {
        if (IsResting || today < NextOn)
        {
            return [];
        }

        var first = NextOn > today.AddDays(-LongestGap) ? NextOn : today.AddDays(-LongestGap);
        (NextOn, Version) = (today.AddDays(1), Guid.NewGuid());
        return [.. Enumerable.Range(0, today.DayNumber - first.DayNumber + 1).Select(first.AddDays).Where(IsOn)];
    }

    /// <summary>Nobody walks it for the time being, or again; the days of the rest have no patrol.</summary>
    /// <param name="next">The first day that can have a patrol.</param>
    public void Rest(bool rests, DateOnly next)
    {
        if (IsResting && !rests && next > NextOn)
        {
            NextOn = next;
        }

        (IsResting, Version) = (rests, Guid.NewGuid());
    }

    private void SetStops(IReadOnlyList<StopPlan> plans)
    {
        if (plans.Count is 0 or > MostStops)
        {
            throw new RuleViolation("线路须有 1 到 {0} 站。", [MostStops], "Stops");
        }

        var kept = plans.Where(p => p.Id is not null).Select(p => p.Id!.Value).ToHashSet();
        foreach (var gone in _stops.FindAll(s => !s.IsEnded && !kept.Contains(s.Id)))
        {
            gone.End();
        }

        foreach (var (i, plan) in plans.Index())
        {
            if (plan.Id is { } id)
            {
                NotFoundException.Check(_stops.Find(s => s.Id == id && !s.IsEnded), id).Change(i + 1, plan);
            }
            else
            {
                _stops.Add(new RouteStop(this, i + 1, plan));
            }
        }
    }
}

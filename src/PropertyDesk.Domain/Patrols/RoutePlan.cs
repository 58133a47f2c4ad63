using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Domain.Patrols;

/// <summary>What a patrol looks after.</summary>
public enum PatrolKind
{
    /// <summary>卫生</summary>
    Hygiene,

    /// <summary>安全</summary>
    Safety,
}

/// <summary>On which days a route is walked.</summary>
public enum PatrolRhythm
{
    /// <summary>每天</summary>
    Daily,

    /// <summary>每周的某几天</summary>
    Weekdays,

    /// <summary>每隔几天, counted from the first day.</summary>
    Interval,
}

/// <summary>When a route is walked.</summary>
/// <param name="Weekdays">For <see cref="PatrolRhythm.Weekdays"/>.</param>
/// <param name="Every">For <see cref="PatrolRhythm.Interval"/>: every so many days.</param>
/// <param name="FirstOn">Not before this day.</param>
/// <param name="From">The window opens, in the company's time.</param>
/// <param name="To">It closes; not after <paramref name="From"/> means on the next day.</param>
public sealed record PatrolTimes(PatrolRhythm Rhythm, IReadOnlyCollection<DayOfWeek> Weekdays, int Every, DateOnly FirstOn, TimeOnly From, TimeOnly To);

/// <summary>A stop as the form asks for it.</summary>
/// <param name="Id">Of a stop that was there before, so that its label stays valid.</param>
/// <param name="Building">Null for a public place.</param>
/// <param name="Points">What is looked at, a line each.</param>
public sealed record StopPlan(Guid? Id, Building? Building, string? Place, string? Points);

/// <summary>What a route is.</summary>
/// <param name="MustScan">A stop counts only with the code of its label: somebody was there.</param>
/// <param name="Whom">The department or person who walks it.</param>
public sealed record RoutePlan(PatrolKind Kind, string? Name, PatrolTimes Times, bool MustScan, TicketWhom Whom, IReadOnlyList<StopPlan> Stops);

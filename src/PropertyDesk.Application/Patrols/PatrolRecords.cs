using PropertyDesk.Domain.Patrols;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Application.Patrols;

/// <summary>Which patrols.</summary>
public enum PatrolShown
{
    /// <summary>全部</summary>
    All,

    /// <summary>进行中: neither finished nor missed.</summary>
    Open,

    /// <summary>超时: open, and its window is over.</summary>
    Late,

    /// <summary>已完成</summary>
    Done,

    /// <summary>未巡</summary>
    Missed,
}

/// <summary>What is looked for.</summary>
/// <param name="From">First company day.</param>
/// <param name="To">Last company day.</param>
public sealed record PatrolFilter(DateOnly From, DateOnly To, PatrolShown Shown = PatrolShown.All, Guid? Community = null, PatrolKind? Kind = null, Guid? Route = null);

/// <summary>A patrol in a list.</summary>
/// <param name="Findings">How many problems were found.</param>
/// <param name="OpenFindings">Of them, those that no ticket has seen to yet.</param>
public sealed record PatrolRow(
    Guid Id, Guid RouteId, string Name, PatrolKind Kind, string Community, DateOnly Day, DateTimeOffset DueFrom, DateTimeOffset DueBy, DateTimeOffset ClosesAt, DateTimeOffset MadeAt,
    string Whom, int StopCount, int DoneCount, DateTimeOffset? FinishedAt, int Findings, int OpenFindings)
{
    /// <summary>It was written down after its time: nobody could have walked it.</summary>
    public bool IsCaughtUp => MadeAt >= ClosesAt;

    public PatrolState StateAt(DateTimeOffset now) => Patrol.StateOf(new PatrolWindow(DueFrom, DueBy, ClosesAt), FinishedAt, now);
}

/// <summary>What patrols of a span of days come to.</summary>
/// <param name="Judged">Finished, or their window is over: those that can be in time or not.</param>
/// <param name="OnTime">Of them, finished in time.</param>
/// <param name="Open">Neither finished nor missed.</param>
/// <param name="Late">Of the open ones, those whose window is over.</param>
public sealed record PatrolCounts(int All, int Judged, int OnTime, int Missed, int Open, int Late, int Findings, int OpenFindings);

/// <summary>A stop of a patrol.</summary>
public sealed record PatrolStopRow(Guid Id, int Number, string Place, IReadOnlyList<string> Points, StopOutcome? Outcome, bool IsScanned, string? By, DateTimeOffset? At, IReadOnlyList<FindingRow> Findings);

/// <summary>A finding.</summary>
/// <param name="Ticket">Null: none was opened.</param>
public sealed record FindingRow(
    Guid Id, Guid PatrolId, string Patrol, PatrolKind Kind, string Community, int Number, string Place, string? Point, string What, bool HasPhoto, string By, DateTimeOffset At, FindingTicket? Ticket);

/// <summary>The ticket of a finding.</summary>
public sealed record FindingTicket(Guid Id, int Number, TicketState State, string? Whom);

/// <summary>A patrol with its stops.</summary>
/// <param name="MayWalk">Whoever looks may walk it now.</param>
public sealed record PatrolDetails(PatrolRow Row, bool MustScan, bool MayWalk, IReadOnlyList<PatrolStopRow> Stops)
{
    /// <summary>The stop that comes next; null when all were walked.</summary>
    public PatrolStopRow? Next => Stops.FirstOrDefault(s => s.Outcome is null);
}

/// <summary>Where a label leads.</summary>
/// <param name="PatrolId">The patrol that can be walked now; null where there is none.</param>
public sealed record ScannedStop(string Route, string Place, Guid? PatrolId);

/// <summary>A patrol that a ticket came from.</summary>
public sealed record TicketPatrol(Guid PatrolId, string Name, DateOnly Day, bool MaySee);

/// <summary>A route in a list.</summary>
public sealed record RouteRow(Guid Id, string Name, PatrolKind Kind, string Community, string Times, string Whom, int Stops, bool MustScan, bool IsResting, DateOnly NextOn);

/// <summary>A stop for its label.</summary>
public sealed record LabelRow(Guid Id, int Position, string Where, string Route, string Community);

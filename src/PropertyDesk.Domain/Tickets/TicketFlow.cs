using static PropertyDesk.Domain.Tickets.TicketState;

namespace PropertyDesk.Domain.Tickets;

/// <summary>
/// The one place that says which verb is allowed in which state and where it leads. Screens ask it which buttons to show,
/// the ticket asks it before it changes, and a history replays through it.
/// </summary>
public static class TicketFlow
{
    private static readonly TicketState[] InHand = [Accepted, OnTheWay, Working, Waiting];

    /// <summary>The state after the verb, or null where the verb is not allowed.</summary>
    public static TicketState? After(TicketState from, TicketVerb verb) => verb switch
    {
        TicketVerb.Assign when from is New or Returned => Assigned,
        TicketVerb.Transfer when from == Assigned || InHand.Contains(from) => Assigned,
        TicketVerb.Accept when from == Assigned => Accepted,
        TicketVerb.Return when from is Assigned or Accepted => Returned,
        TicketVerb.SetOff when from == Accepted => OnTheWay,
        TicketVerb.Start when from is Accepted or OnTheWay => Working,
        TicketVerb.Wait when from is Accepted or OnTheWay or Working => Waiting,
        TicketVerb.Resume when from == Waiting => Working,
        TicketVerb.Finish when from == Working => Done,
        TicketVerb.Confirm when from == Done => Confirmed,
        TicketVerb.Close when from == Confirmed => Closed,
        // Whoever worked on it may have left: the desk assigns it anew.
        TicketVerb.Reopen when from is Done or Confirmed or Closed => New,
        TicketVerb.Cancel when IsOpen(from) => Cancelled,
        TicketVerb.FinishWithIncident when IsOpen(from) => Done,
        TicketVerb.CloseWithIncident when IsOpen(from) => Closed,
        _ => null,
    };

    /// <summary>Verbs that only the end of a mass failure uses, on all its tickets at once.</summary>
    public static bool IsOfIncident(TicketVerb verb) => verb is TicketVerb.FinishWithIncident or TicketVerb.CloseWithIncident;

    /// <summary>Whether the history must say why.</summary>
    public static bool NeedsReason(TicketVerb verb) =>
        verb is TicketVerb.Return or TicketVerb.Wait or TicketVerb.Reopen or TicketVerb.Cancel;

    /// <summary>The verbs allowed in the state, in the order in which a screen shows them.</summary>
    public static IReadOnlyList<TicketVerb> Allowed(TicketState from) =>
        [.. Enum.GetValues<TicketVerb>().Where(verb => After(from, verb) is not null)];

    /// <summary>The state that a history of verbs leads to; null where one of them was not allowed.</summary>
    public static TicketState? Replay(IEnumerable<TicketVerb> history) =>
        history.Aggregate((TicketState?)New, (state, verb) => state is { } from ? After(from, verb) : null);

    /// <summary>Something is still to be done.</summary>
    public static bool IsOpen(TicketState state) => state is New or Assigned or Returned || InHand.Contains(state);
}

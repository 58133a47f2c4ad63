namespace PropertyDesk.Domain.Tickets;

/// <summary>Where a ticket (工单) stands. Only <see cref="TicketFlow"/> says how it moves.</summary>
public enum TicketState
{
    New,
    Assigned,
    Accepted,
    Returned,
    OnTheWay,
    Working,
    Waiting,
    Done,
    Confirmed,
    Closed,
    Cancelled,
}

namespace PropertyDesk.Domain.Tickets;

/// <summary>What somebody does to a ticket; each that is carried out is one row of its history.</summary>
public enum TicketVerb
{
    Assign,
    Transfer,
    Accept,
    Return,
    SetOff,
    Start,
    Wait,
    Resume,
    Finish,
    Confirm,
    Close,
    Reopen,
    Cancel,

    /// <summary>The failure that it is part of is over; the owner is still asked.</summary>
    FinishWithIncident,

    /// <summary>The failure that it is part of is over, and nobody has to ask.</summary>
    CloseWithIncident,
}

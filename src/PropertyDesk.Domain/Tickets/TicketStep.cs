using PropertyDesk.Domain.Corrections;

namespace PropertyDesk.Domain.Tickets;

/// <summary>What a row of a ticket's history tells.</summary>
public enum StepKind
{
    /// <summary>It was opened.</summary>
    Opened,

    /// <summary>It moved by a verb.</summary>
    Moved,

    /// <summary>催单: the owner asks for it again.</summary>
    Urged,

    /// <summary>Its promise will be broken soon.</summary>
    Warned,

    /// <summary>Its promise is broken.</summary>
    Escalated,

    /// <summary>评分: the owner said how it was.</summary>
    Scored,

    /// <summary>What was done about a low score.</summary>
    Settled,

    /// <summary>Somebody was named to look into a low score.</summary>
    Entrusted,

    /// <summary>Words only.</summary>
    Remarked,

    /// <summary>收费: its material and labour are billed to the owner.</summary>
    Charged,

    /// <summary>并入: it is about the same failure as others.</summary>
    Joined,

    /// <summary>移出: it turned out to be something else.</summary>
    Left,

    /// <summary>转办: a department asked another for something that it needs.</summary>
    Ordered,
}

/// <summary>One row of a ticket's history; append only. The moves of it, replayed by <see cref="TicketFlow"/>, lead to the state.</summary>
public sealed class TicketStep : CommunityOwned
{
    private TicketStep()
    {
    }

    internal TicketStep(Ticket ticket, StepKind kind, TicketVerb? verb, string? text, string? whom, Requester by)
        : base(ticket)
    {
        (TicketId, Number, Kind, Verb, State) = (ticket.Id, ticket.Steps + 1, kind, verb, ticket.State);
        (Text, Whom) = (text, whom);
        (ById, By, At) = (by.Id, by.Name, by.At);
    }

    public Guid TicketId { get; private set; }

    /// <summary>1, 2 … within the ticket, unique: of two people at once one is refused.</summary>
    public int Number { get; private set; }

    public StepKind Kind { get; private set; }

    /// <summary>Of a move.</summary>
    public TicketVerb? Verb { get; private set; }

    /// <summary>After it.</summary>
    public TicketState State { get; private set; }

    /// <summary>Why, or what was done or said.</summary>
    public string? Text { get; private set; }

    /// <summary>To whom it went.</summary>
    public string? Whom { get; private set; }

    public Guid? ById { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

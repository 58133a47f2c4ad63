using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Files;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Domain.Patrols;

/// <summary>What is wrong at a stop.</summary>
/// <param name="Point">The line of the checklist; null for something else.</param>
/// <param name="Photo">Null for none.</param>
public sealed record FindingFacts(string? Point, string? What, StoredFile? Photo);

/// <summary>Something wrong that a patrol found (发现问题). It can become one ticket.</summary>
public sealed class PatrolFinding : CommunityOwned
{
    private PatrolFinding()
    {
    }

    internal PatrolFinding(PatrolStop stop, FindingFacts facts, Guid requestId, Requester by)
        : base(stop)
    {
        (PatrolId, StopId, Stop, RequestId, What) = (stop.PatrolId, stop.Id, stop, requestId, Require.Text(facts.What, "发现的问题", 500, "What"));
        Point = facts.Point is { } point ? stop.Lines.FirstOrDefault(l => l == point) ?? throw new RuleViolation("请选择检查项。", field: "Point") : null;
        (FileId, ById, By, At, Version) = (facts.Photo?.Id, by.Id, by.Name, by.At, Guid.NewGuid());
    }

    public Guid PatrolId { get; private set; }

    public Guid StopId { get; private set; }

    public PatrolStop Stop { get; private set; } = null!;

    /// <summary>Unique in the company.</summary>
    public Guid RequestId { get; private set; }

    /// <summary>The line of the checklist; null for something else.</summary>
    public string? Point { get; private set; }

    public string What { get; private set; } = "";

    /// <summary>A photo of it.</summary>
    public Guid? FileId { get; private set; }

    public Guid? TicketId { get; private set; }

    public Ticket? Ticket { get; private set; }

    public Guid? ById { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>A ticket sees to it; said twice, nothing changes.</summary>
    /// <exception cref="RuleViolation">Another does.</exception>
    public void Become(Ticket ticket)
    {
        if (TicketId == ticket.Id)
        {
            return;
        }

        (TicketId, Ticket, Version) = TicketId is null ? (ticket.Id, ticket, Guid.NewGuid()) : throw new RuleViolation("这个问题已经开过工单。");
    }
}

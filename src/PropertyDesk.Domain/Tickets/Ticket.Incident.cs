using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Incidents;

namespace PropertyDesk.Domain.Tickets;

/// <content>A ticket that is one of many about the same failure.</content>
public sealed partial class Ticket
{
    /// <summary>The mass failure that it is part of.</summary>
    public Guid? IncidentId { get; private set; }

    public Incident? Incident { get; private set; }

    /// <summary>It is about the same failure as others.</summary>
    /// <exception cref="RuleViolation">It is done, is part of one, or the failure is over or elsewhere.</exception>
    public TicketStep Join(Incident incident, Requester by)
    {
        incident.RequireOpen();
        if (!IsOpen || IncidentId is not null || incident.CommunityId != CommunityId)
        {
            throw new RuleViolation("工单 {0} 不能并入这次集中故障：已处理完、已并入或不在同一个小区。", [Display]);
        }

        (IncidentId, Incident) = (incident.Id, incident);
        return Tell(StepKind.Joined, null, incident.Title, null, by);
    }

    /// <summary>It turned out to be something else.</summary>
    /// <exception cref="RuleViolation">It is part of none, or done.</exception>
    public TicketStep Leave(Requester by)
    {
        if (IncidentId is null || !IsOpen)
        {
            throw new RuleViolation("工单 {0} 不在处理中的集中故障里。", [Display]);
        }

        (IncidentId, Incident) = (null, null);
        return Tell(StepKind.Left, null, null, null, by);
    }
}

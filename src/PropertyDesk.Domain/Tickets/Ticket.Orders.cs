using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.WorkOrders;

namespace PropertyDesk.Domain.Tickets;

/// <content>What departments ask each other for, for a ticket.</content>
public sealed partial class Ticket
{
    /// <summary>A department asked another for something. Of somebody who finishes the ticket at the same moment one is refused.</summary>
    /// <exception cref="RuleViolation">Nothing is to be done any more.</exception>
    public TicketStep Ordered(WorkOrder order, Requester by) => IsOpen
        ? Tell(StepKind.Ordered, null, order.What.Length > 400 ? order.What[..400] + "…" : order.What, $"{order.To.Name} {order.Display}", by)
        : throw new RuleViolation("工单已处理完，不能再转办。");
}

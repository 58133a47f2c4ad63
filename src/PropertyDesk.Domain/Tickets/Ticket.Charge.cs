using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Corrections;

namespace PropertyDesk.Domain.Tickets;

/// <summary>What a ticket costs, and who pays it.</summary>
public sealed partial class Ticket
{
    /// <summary>Material and labour of the round that is done now.</summary>
    public IReadOnlyList<TicketPart> Use(IEnumerable<TicketPartPlan> parts) => [.. parts.Select((p, i) => new TicketPart(this, Rounds, i, p))];

    /// <summary>Its material and labour are billed.</summary>
    /// <exception cref="RuleViolation">It is not done yet, or nobody is there who would pay.</exception>
    public TicketStep Charged(Bill bill, Money amount, Requester by)
    {
        RequireChargeable();
        return Tell(StepKind.Charged, null, $"{amount} · {bill.Number}", null, by);
    }

    /// <exception cref="RuleViolation">It is not done yet, or nobody is there who would pay.</exception>
    public void RequireChargeable()
    {
        if (State is not (TicketState.Done or TicketState.Confirmed or TicketState.Closed))
        {
            throw new RuleViolation("处理完成后才能收费。");
        }

        if (OwnerId is null)
        {
            throw new RuleViolation("工单没有业主，不能收费。");
        }
    }
}

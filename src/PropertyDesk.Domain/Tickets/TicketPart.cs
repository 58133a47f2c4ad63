using PropertyDesk.Domain.Billing;

namespace PropertyDesk.Domain.Tickets;

/// <summary>Material that went into it, or labour: name, how much, and the price of one.</summary>
public sealed class TicketPart : CommunityOwned
{
    private TicketPart()
    {
    }

    internal TicketPart(Ticket ticket, int round, int position, TicketPartPlan plan)
        : base(ticket)
    {
        (TicketId, Round, Position, Name) = (ticket.Id, round, position, Require.Text(plan.Name, "材料或人工", 60));
        if (plan.Quantity is <= 0 or > 10_000)
        {
            throw new RuleViolation("{0} 的数量须大于 0。", [Name], "Parts");
        }

        if (plan.Price < Money.Zero)
        {
            throw new RuleViolation("{0} 的单价不能为负。", [Name], "Parts");
        }

        (Quantity, Price, Amount) = (plan.Quantity, plan.Price, Money.Round(plan.Price.Yuan * plan.Quantity));
    }

    public Guid TicketId { get; private set; }

    /// <summary>0 for the first time it was done, 1 after it was opened again, and so on.</summary>
    public int Round { get; private set; }

    /// <summary>0, 1 … within the round, as it was typed.</summary>
    public int Position { get; private set; }

    public string Name { get; private set; } = "";

    public decimal Quantity { get; private set; }

    public Money Price { get; private set; }

    /// <summary>Price times quantity, rounded once to the fen.</summary>
    public Money Amount { get; private set; }

    /// <summary>The line that charges the owner for it; null while nothing does. One that was taken back charges nothing.</summary>
    public Guid? BillLineId { get; private set; }

    public BillLine? BillLine { get; private set; }

    /// <summary>It can be charged: nothing charges it now.</summary>
    public bool IsOpen => BillLine is null or { ReversedById: not null };

    /// <exception cref="RuleViolation">It is charged already.</exception>
    public void ChargedBy(BillLine line)
    {
        if (!IsOpen)
        {
            throw new RuleViolation("这张工单的材料和人工已经开过账单。");
        }

        (BillLine, BillLineId) = (line, line.Id);
    }
}

/// <summary>A line of material or labour as it was typed.</summary>
public sealed record TicketPartPlan(string? Name, decimal Quantity, Money Price);

using PropertyDesk.Domain.Files;

namespace PropertyDesk.Domain.Tickets;

/// <summary>A picture of what is wrong, or of what was done.</summary>
public sealed class TicketPhoto : CommunityOwned
{
    private TicketPhoto()
    {
    }

    public TicketPhoto(Ticket ticket, StoredFile file, bool ofWork)
        : base(ticket) => (TicketId, FileId, OfWork) = (ticket.Id, file.Id, ofWork);

    public Guid TicketId { get; private set; }

    public Guid FileId { get; private set; }

    /// <summary>Taken by whoever did the work.</summary>
    public bool OfWork { get; private set; }
}

/// <summary>Material that went into it, or labour: name, how much, and the price of one.</summary>
public sealed class TicketPart : CommunityOwned
{
    private TicketPart()
    {
    }

    internal TicketPart(Ticket ticket, int round, TicketPartPlan plan)
        : base(ticket)
    {
        (TicketId, Round, Name) = (ticket.Id, round, Require.Text(plan.Name, "材料或人工", 60));
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

    public string Name { get; private set; } = "";

    public decimal Quantity { get; private set; }

    public Money Price { get; private set; }

    /// <summary>Price times quantity, rounded once to the fen.</summary>
    public Money Amount { get; private set; }
}

/// <summary>A line of material or labour as it was typed.</summary>
public sealed record TicketPartPlan(string? Name, decimal Quantity, Money Price);

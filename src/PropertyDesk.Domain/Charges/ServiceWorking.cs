namespace PropertyDesk.Domain.Charges;

/// <summary>Material or labour: how much of it, at which price. Rounded to the fen by itself, as it stands on the ticket that the owner saw.</summary>
public sealed record ServicePart(string Name, decimal Quantity, Money Price)
{
    public Money Amount => Money.Round(Price.Yuan * Quantity);
}

/// <summary>What was done for an owner on a ticket.</summary>
/// <param name="Ticket">Its number, as people read it.</param>
public sealed record ServiceWorking(string Ticket, IReadOnlyList<ServicePart> Parts) : LineWorking
{
    public override decimal Compute() => Parts.Sum(p => p.Amount.Yuan);
}

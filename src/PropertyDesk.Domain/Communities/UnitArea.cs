namespace PropertyDesk.Domain.Communities;

/// <summary>
/// An area correction (面积更正): the billing area that holds from a day on, and the one that held before. The charges of
/// the month break at that day; bills that exist keep the old area.
/// </summary>
public sealed class UnitArea : CommunityOwned
{
    private UnitArea()
    {
    }

    /// <summary>Corrects the unit's area, which is the one before.</summary>
    /// <param name="billingArea">计费面积 in m², more than zero, at most four decimals.</param>
    /// <exception cref="RuleViolation">No such area can be, or it is the one that holds already.</exception>
    public UnitArea(Unit unit, DateOnly from, decimal billingArea)
        : base(unit)
    {
        if (unit.BillingArea == billingArea)
        {
            throw new RuleViolation("新面积和现在的面积相同。", field: "Area");
        }

        (UnitId, Unit, From, Before) = (unit.Id, unit, from, unit.BillingArea);
        unit.CorrectArea(billingArea);
        BillingArea = billingArea;
    }

    public Guid UnitId { get; private set; }

    public Unit Unit { get; private set; } = null!;

    /// <summary>The first day with the new area.</summary>
    public DateOnly From { get; private set; }

    public decimal BillingArea { get; private set; }

    /// <summary>The area until then.</summary>
    public decimal Before { get; private set; }
}

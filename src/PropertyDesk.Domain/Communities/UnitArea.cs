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

    /// <summary>Corrects the unit's areas, which are the ones before.</summary>
    /// <param name="billingArea">计费面积 in m², more than zero, at most four decimals.</param>
    /// <param name="innerArea">套内面积 in m²; null where it is not known.</param>
    /// <exception cref="RuleViolation">No such area can be, or they are the ones that hold already.</exception>
    public UnitArea(Unit unit, DateOnly from, decimal billingArea, decimal? innerArea)
        : base(unit)
    {
        if (unit.BillingArea == billingArea && unit.InnerArea == innerArea)
        {
            throw new RuleViolation("新面积和现在的面积相同。", field: "Area");
        }

        (UnitId, Unit, From, Before, InnerBefore) = (unit.Id, unit, from, unit.BillingArea, unit.InnerArea);
        unit.CorrectArea(billingArea);
        unit.SetInnerArea(innerArea);
        (BillingArea, InnerArea) = (billingArea, innerArea);
    }

    public Guid UnitId { get; private set; }

    public Unit Unit { get; private set; } = null!;

    /// <summary>The first day with the new area.</summary>
    public DateOnly From { get; private set; }

    public decimal BillingArea { get; private set; }

    /// <summary>The area until then.</summary>
    public decimal Before { get; private set; }

    public decimal? InnerArea { get; private set; }

    /// <summary>The inner area until then.</summary>
    public decimal? InnerBefore { get; private set; }

    /// <summary>Gives the unit back the areas before.</summary>
    public void Undo()
    {
        Unit.CorrectArea(Before);
        Unit.SetInnerArea(InnerBefore);
    }
}

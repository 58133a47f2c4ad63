namespace PropertyDesk.Domain.Reports;

/// <summary>
/// What the collection rate (收缴率) of a period at a cut-off date is made of (rules of the money, section 7). Deposits and
/// prepayments for later periods have no place here.
/// </summary>
public sealed record CollectionFigures
{
    /// <summary>Nothing at all; the start of a sum.</summary>
    public static readonly CollectionFigures None = new();

    /// <summary>A: what was open of earlier periods when the period began.</summary>
    public Money Opening { get; init; }

    /// <summary>Red entries on bills of earlier periods.</summary>
    public Money PriorRed { get; init; }

    /// <summary>Wa: waivers on bills of earlier periods.</summary>
    public Money PriorWaived { get; init; }

    /// <summary>Ca: money applied to bills of earlier periods.</summary>
    public Money PriorCollected { get; init; }

    /// <summary>Billed for the period, before red entries.</summary>
    public Money Billed { get; init; }

    /// <summary>Red entries on the period's bills.</summary>
    public Money Red { get; init; }

    /// <summary>W: waivers on the period's bills.</summary>
    public Money Waived { get; init; }

    /// <summary>C: money applied to the period's bills.</summary>
    public Money Collected { get; init; }

    /// <summary>Households that were billed for the period.</summary>
    public int Households { get; init; }

    /// <summary>Of those, the ones whose bills of the period are fully paid.</summary>
    public int HouseholdsPaid { get; init; }

    /// <summary>
    /// Full-year standard (全年应收标准): what was billed for the year's months so far less red entries and waivers, and for
    /// the months that are left what this month came to.
    /// </summary>
    public Money YearStandard { get; init; }

    /// <summary>Money applied to the bills of the year's months.</summary>
    public Money YearCollected { get; init; }

    /// <summary>The company's choice: waivers stay in what is due and count as collected.</summary>
    public bool WaiversAsCollected { get; init; }

    /// <summary>R − W: what is to be collected of the period.</summary>
    public Money Due => Billed - Red - Waived;

    /// <summary>A − Wa: what is to be collected of earlier periods.</summary>
    public Money PriorDue => Opening - PriorRed - PriorWaived;

    /// <summary>opening + billed − red − waived − collected.</summary>
    public Money Closing => PriorDue + Due - PriorCollected - Collected;

    /// <summary>当期收缴率 = C ÷ (R − W); with waivers as collected (C + W) ÷ R.</summary>
    public decimal? Current => CollectionRate.Of(Collected + Counted(Waived), Due + Counted(Waived));

    /// <summary>往期清欠率 = Ca ÷ (A − Wa); with waivers as collected (Ca + Wa) ÷ A.</summary>
    public decimal? Prior => CollectionRate.Of(PriorCollected + Counted(PriorWaived), PriorDue + Counted(PriorWaived));

    /// <summary>综合收缴率 = (C + Ca) ÷ ((R − W) + (A − Wa)), likewise.</summary>
    public decimal? Combined => CollectionRate.Of(Collected + PriorCollected + Counted(Waived + PriorWaived), Due + PriorDue + Counted(Waived + PriorWaived));

    /// <summary>年度收缴率 = money applied to the year's bills ÷ the full-year standard.</summary>
    public decimal? FullYear => CollectionRate.Of(YearCollected, YearStandard);

    /// <summary>户收缴率 = fully paid ÷ billed.</summary>
    public decimal? ByHousehold => CollectionRate.Of(HouseholdsPaid, Households);

    /// <summary>The figures of both together. Households add up only where no household is in both.</summary>
    public static CollectionFigures operator +(CollectionFigures a, CollectionFigures b) => new()
    {
        Opening = a.Opening + b.Opening,
        PriorRed = a.PriorRed + b.PriorRed,
        PriorWaived = a.PriorWaived + b.PriorWaived,
        PriorCollected = a.PriorCollected + b.PriorCollected,
        Billed = a.Billed + b.Billed,
        Red = a.Red + b.Red,
        Waived = a.Waived + b.Waived,
        Collected = a.Collected + b.Collected,
        Households = a.Households + b.Households,
        HouseholdsPaid = a.HouseholdsPaid + b.HouseholdsPaid,
        YearStandard = a.YearStandard + b.YearStandard,
        YearCollected = a.YearCollected + b.YearCollected,
        WaiversAsCollected = a.WaiversAsCollected || b.WaiversAsCollected,
    };

    /// <summary>Whether what is open of the bills, counted on its own, is what the figures leave open.</summary>
    public bool ClosesTo(Money openOfTheBills) => Closing == openOfTheBills;

    private Money Counted(Money waived) => WaiversAsCollected ? waived : Money.Zero;
}

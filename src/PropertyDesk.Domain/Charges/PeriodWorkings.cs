namespace PropertyDesk.Domain.Charges;

/// <summary>Several months of a monthly price on one line: each month is rounded on its own, as if it were billed alone.</summary>
/// <param name="Months">The working of each month, in order.</param>
public sealed record MonthsWorking(IReadOnlyList<LineWorking> Months) : LineWorking
{
    public override decimal Compute() => Months.Sum(month => month.Recompute().Yuan);
}

/// <summary>
/// A price per quarter or year. A whole period is exactly the price; of a part, each month counts by its own days:
/// Σ price × quantity × days ÷ days in month ÷ months of the period, rounded once.
/// </summary>
/// <param name="Months">The months of the period in which the charge is valid.</param>
/// <param name="MonthsInPeriod">3 or 12.</param>
public sealed record PeriodWorking(IReadOnlyList<FixedWorking> Months, int MonthsInPeriod) : LineWorking
{
    public override decimal Compute() => Months.Sum(month => month.Compute()) / MonthsInPeriod;
}

/// <summary>Card months of a parking space: each a full fee.</summary>
/// <param name="Space">The number painted on the ground.</param>
/// <param name="Fee">Yuan per card month.</param>
/// <param name="Cards">From and to of each card that begins in the month billed.</param>
public sealed record CardWorking(string Space, Money Fee, IReadOnlyList<CardMonth> Cards) : LineWorking
{
    public override decimal Compute() => Fee.Yuan * Cards.Count;
}

/// <summary>One card month, both days inclusive.</summary>
public sealed record CardMonth(DateOnly From, DateOnly To);

/// <summary>The least that a month costs, where the use comes to less.</summary>
/// <param name="Whole">The charge by use.</param>
/// <param name="Minimum">Yuan.</param>
public sealed record MinimumWorking(LineWorking Whole, decimal Minimum) : LineWorking
{
    public override decimal Compute() => Math.Max(Whole.Recompute().Yuan, Minimum);
}

namespace PropertyDesk.Domain.Charges;

/// <summary>
/// A discount known beforehand, such as 5 % for paying a year: lines of its own that never edit the receivable. It is
/// rounded once on the whole and divided over the months by the largest-remainder rule.
/// </summary>
public static class YearDiscount
{
    /// <summary>One negative line for each month paid.</summary>
    /// <param name="months">The amounts of the months, in order.</param>
    /// <param name="rate">Such as 0.05.</param>
    public static IReadOnlyList<CalculatedLine> Of(IReadOnlyList<Money> months, decimal rate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rate);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rate, 1);
        return [.. months.Select((_, i) => CalculatedLine.Of(new DiscountWorking(months, rate, i)))];
    }
}

/// <summary>One month's part of a discount.</summary>
/// <param name="Months">The amounts of all months that were paid together.</param>
/// <param name="Position">Which of them this line is for, from 0.</param>
public sealed record DiscountWorking(IReadOnlyList<Money> Months, decimal Rate, int Position) : LineWorking
{
    /// <summary>The discount on all months.</summary>
    public Money Whole => Money.Round(Money.Sum(Months).Yuan * Rate);

    public override decimal Compute() => -(Whole.Yuan * Months[Position].Yuan) / Money.Sum(Months).Yuan;

    public override Money Recompute() => -Whole.Split([.. Months.Select(month => month.Yuan)])[Position];
}

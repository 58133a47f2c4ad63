namespace PropertyDesk.Domain.Charges;

/// <summary>
/// The waiver line of a vacant unit (空置): the gross line stays, and gross × (1 − rate) × days ÷ days in month comes off
/// it (rules of the money, section 2).
/// </summary>
public static class VacancyWaiver
{
    /// <summary>The waiver as a line of its own, negative. No day outside the gross line is waived.</summary>
    /// <param name="gross">The working of the line that is reduced, as <see cref="CalculatedLine.Of"/> froze it.</param>
    /// <param name="rate">What a vacant unit still pays, such as 0.70.</param>
    public static CalculatedLine Of(ProratedWorking gross, decimal rate, DateOnly vacantFrom, DateOnly? vacantTo)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rate);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rate, 1);
        var vacant = gross.Segments
            .Select(segment => new DayRange(segment.From, segment.To).Overlap(vacantFrom, vacantTo))
            .OfType<DayRange>()
            .ToArray();
        return vacant.Length == 0
            ? throw new ArgumentException("The unit is not vacant on any day of the line.", nameof(vacantFrom))
            : CalculatedLine.Of(new VacancyWorking(
                gross.Rounded, gross.Days, rate, vacant[0].From, vacant[^1].To, vacant.Sum(days => days.Days)));
    }
}

/// <param name="GrossDays">Days that the gross line charges: the days of the month, unless it began or ended inside it.</param>
/// <param name="Rate">What a vacant unit still pays, such as 0.70.</param>
public sealed record VacancyWorking(Money Gross, int GrossDays, decimal Rate, DateOnly From, DateOnly To, int Days) : LineWorking
{
    public override decimal Compute() => -(Gross.Yuan * (1 - Rate) * Days) / GrossDays;
}

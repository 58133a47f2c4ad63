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
    public static CalculatedLine Of(ProratedWorking gross, decimal rate, DateOnly vacantFrom, DateOnly? vacantTo) =>
        Of(gross.Rounded, [.. gross.Segments.Select(s => new DayRange(s.From, s.To))], rate, [(vacantFrom, vacantTo)])
        ?? throw new ArgumentException("The unit is not vacant on any day of the line.", nameof(vacantFrom));

    /// <summary>The waiver of one payer's line; null where the unit is not vacant on any day of it.</summary>
    /// <param name="gross">The line's amount.</param>
    /// <param name="charged">The days that the line charges, apart and in order.</param>
    /// <param name="vacant">The days on which the unit is vacant at this rate, apart from each other.</param>
    public static CalculatedLine? Of(Money gross, IReadOnlyList<DayRange> charged, decimal rate, IReadOnlyList<(DateOnly From, DateOnly? To)> vacant)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rate);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rate, 1);
        var waived = charged.SelectMany(days => vacant.Select(v => days.Overlap(v.From, v.To))).OfType<DayRange>().OrderBy(days => days.From).ToArray();
        return waived.Length == 0
            ? null
            : CalculatedLine.Of(new VacancyWorking(
                gross, charged.Sum(days => days.Days), rate, waived[0].From, waived[^1].To, waived.Sum(days => days.Days)));
    }
}

/// <param name="GrossDays">Days that the gross line charges: the days of the month, unless it began or ended inside it.</param>
/// <param name="Rate">What a vacant unit still pays, such as 0.70.</param>
public sealed record VacancyWorking(Money Gross, int GrossDays, decimal Rate, DateOnly From, DateOnly To, int Days) : LineWorking
{
    public override decimal Compute() => -(Gross.Yuan * (1 - Rate) * Days) / GrossDays;
}

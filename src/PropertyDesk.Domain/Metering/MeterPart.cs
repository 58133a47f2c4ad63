namespace PropertyDesk.Domain.Metering;

/// <summary>What one meter counted between two readings.</summary>
/// <param name="Meter">The number on the meter.</param>
/// <param name="Digits">The counter starts anew at 10^digits.</param>
/// <param name="Rollover">The counter passed zero between the readings.</param>
/// <param name="Multiplier">倍率: use = difference × multiplier.</param>
/// <param name="Estimated">The current reading was estimated; the next actual one makes up for it.</param>
/// <param name="AfterEstimate">The previous reading was estimated: this part makes up for it, and may be negative.</param>
/// <param name="Corrects">No use: the previous reading was wrong when it was billed, and the current one is what it should have been.</param>
public sealed record MeterPart(
    string Meter,
    DateOnly PreviousOn,
    decimal Previous,
    DateOnly CurrentOn,
    decimal Current,
    int Digits,
    bool Rollover = false,
    decimal Multiplier = 1,
    bool Estimated = false,
    bool AfterEstimate = false,
    bool Corrects = false)
{
    /// <summary>(current − previous, + 10^digits on rollover) × multiplier.</summary>
    public decimal Use => (Current - Previous + (Rollover ? Counter.Range(Digits) : 0)) * Multiplier;
}

/// <summary>The use that a charge is computed from: one meter, or the old and the new one after a change (换表).</summary>
/// <param name="LossRate">Agreed share for losses in the network, such as 0.03; usually 0.</param>
public sealed record MeterUsage(IReadOnlyList<MeterPart> Parts, decimal LossRate = 0)
{
    public decimal Total => Parts.Sum(part => part.Use) * (1 + LossRate);

    /// <summary>The day of the first reading; its use belongs to the period before.</summary>
    public DateOnly PreviousOn => Parts[0].PreviousOn;

    public DateOnly CurrentOn => Parts[^1].CurrentOn;

    /// <summary>How many months the readings lie apart, to the nearest month and at least one: monthly tiers stretch by it.</summary>
    public int Months => MonthsBetween(PreviousOn, CurrentOn);

    /// <summary>How many months two days lie apart, to the nearest month and at least one.</summary>
    public static int MonthsBetween(DateOnly from, DateOnly to)
    {
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        return Math.Max(1, Enumerable.Range(months - 1, 3).MinBy(m => Math.Abs(from.AddMonths(m).DayNumber - to.DayNumber)));
    }
}

namespace PropertyDesk.Domain.Metering;

/// <summary>Why a reading needs a person's confirmation.</summary>
[Flags]
public enum ReadingDoubts
{
    None = 0,

    /// <summary>Nothing was used.</summary>
    Zero = 1,

    /// <summary>Lower than before, and not plausibly a rollover.</summary>
    LowerThanBefore = 2,

    /// <summary>More than the agreed multiple of the average.</summary>
    FarAboveAverage = 4,

    /// <summary>More than the counter can show.</summary>
    OutOfRange = 8,

    /// <summary>Lower than before as if the counter had passed zero, which a person has to confirm.</summary>
    Rollover = 16,
}

/// <summary>What a new reading says at first sight (rules of the money, section 2, metered).</summary>
/// <param name="Rollover">The counter passed zero: lower than before, from the last tenth of its range into the first.</param>
public sealed record ReadingCheck(bool Rollover, ReadingDoubts Doubts)
{
    public bool NeedsConfirmation => Doubts != ReadingDoubts.None;

    /// <param name="average">Average use of the meter; null or 0 while there is none.</param>
    /// <param name="times">How many times the average is too much.</param>
    public static ReadingCheck Of(decimal previous, decimal current, int digits, decimal multiplier = 1, decimal? average = null, decimal times = 3)
    {
        var range = Counter.Range(digits);
        if (current < 0 || current >= range)
        {
            return new(Rollover: false, ReadingDoubts.OutOfRange);
        }

        var rollover = current < previous && previous >= range * 0.9m && current < range * 0.1m;
        if (current < previous && !rollover)
        {
            return new(Rollover: false, ReadingDoubts.LowerThanBefore);
        }

        var use = (current - previous + (rollover ? range : 0)) * multiplier;
        return new(rollover, use switch
        {
            0 => ReadingDoubts.Zero,
            _ when average > 0 && use > average * times => ReadingDoubts.FarAboveAverage,
            _ => ReadingDoubts.None,
        });
    }
}

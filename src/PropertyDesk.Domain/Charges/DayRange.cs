namespace PropertyDesk.Domain.Charges;

/// <summary>Days from the first to the last, both inclusive.</summary>
public readonly record struct DayRange
{
    public DayRange(DateOnly from, DateOnly to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        (From, To) = (from, to);
    }

    public DateOnly From { get; }

    public DateOnly To { get; }

    public int Days => To.DayNumber - From.DayNumber + 1;

    public static DayRange Of(BillingMonth month) => new(month.FirstDay, month.LastDay);

    /// <summary>The days in both ranges; null where there is none. A range without an end goes on for ever.</summary>
    public DayRange? Overlap(DateOnly from, DateOnly? to)
    {
        var first = from > From ? from : From;
        var last = to < To ? to.Value : To;
        return first <= last ? new DayRange(first, last) : null;
    }
}

namespace PropertyDesk.Domain.Charges;

/// <summary>Months that are billed together, such as a quarter.</summary>
public readonly record struct BillingPeriod(BillingMonth First, BillingMonth Last)
{
    /// <summary>The days from the first of the first month to the last of the last.</summary>
    public DayRange Days => new(First.FirstDay, Last.LastDay);

    public IEnumerable<BillingMonth> Months
    {
        get
        {
            for (var month = First; month <= Last; month = month.Next)
            {
                yield return month;
            }
        }
    }

    /// <summary>The period that a month lies in.</summary>
    /// <param name="length">1, 3, 6 or 12 months.</param>
    /// <param name="yearStart">The month (1–12) with which the first period of a year begins.</param>
    public static BillingPeriod Of(BillingMonth month, int length, int yearStart = 1)
    {
        var into = (month.Month - yearStart + 12) % 12 % length;
        var first = BillingMonth.Of(month.FirstDay.AddMonths(-into));
        return new BillingPeriod(first, BillingMonth.Of(first.FirstDay.AddMonths(length - 1)));
    }

    /// <summary>
    /// The month whose run bills the part of the period in which a charge is valid: the first month of that part when billed
    /// in advance, else the last.
    /// </summary>
    /// <returns>Null where the charge is not valid on any day of the period.</returns>
    public BillingMonth? BilledIn(bool inAdvance, DateOnly validFrom, DateOnly? validTo) => Days.Overlap(validFrom, validTo) is { } valid
        ? BillingMonth.Of(inAdvance ? valid.From : valid.To)
        : null;
}

namespace PropertyDesk.Domain.Charges;

/// <summary>
/// Charges by the day, one convention: actual days of the natural month, first and last day inclusive
/// (rules of the money, section 2). The segments come from <see cref="MonthCut"/>.
/// </summary>
public static class Proration
{
    public static CalculatedLine Area(BillingMonth month, IReadOnlyList<ChargeSegment> segments, AreaBasis basis = AreaBasis.Billing) =>
        CalculatedLine.Of(new AreaWorking(month, Checked(month, segments), basis));

    public static CalculatedLine Fixed(BillingMonth month, IReadOnlyList<ChargeSegment> segments) =>
        CalculatedLine.Of(new FixedWorking(month, Checked(month, segments)));

    /// <param name="space">The number of the parking space.</param>
    public static CalculatedLine Parking(BillingMonth month, IReadOnlyList<ChargeSegment> segments, string space) =>
        CalculatedLine.Of(new ParkingWorking(month, Checked(month, segments), space));

    /// <summary>A charge that comes once or once a year.</summary>
    /// <param name="unit">What one of the quantity is, such as 张 or 年.</param>
    public static CalculatedLine Once(decimal quantity, decimal price, string unit) =>
        CalculatedLine.Of(new OnceWorking(quantity, price, unit));

    private static IReadOnlyList<ChargeSegment> Checked(BillingMonth month, IReadOnlyList<ChargeSegment> segments)
    {
        var free = month.FirstDay;
        foreach (var segment in segments)
        {
            if (segment.From < free || segment.To < segment.From || segment.To > month.LastDay)
            {
                throw new ArgumentException($"Segments must lie in {month}, in order and apart.", nameof(segments));
            }

            free = segment.To.AddDays(1);
        }

        return segments;
    }
}

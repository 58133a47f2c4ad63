namespace PropertyDesk.Domain.Charges;

/// <summary>Days of a month, both ends inclusive, on which quantity and price stayed the same.</summary>
/// <param name="Quantity">Billing area in m², number of spaces, or 1.</param>
/// <param name="Price">Yuan per quantity and month, up to six decimals.</param>
/// <param name="PriceSince">The day from which this price version holds; null for a price agreed with the payer.</param>
public sealed record ChargeSegment(DateOnly From, DateOnly To, decimal Quantity, decimal Price, DateOnly? PriceSince = null)
{
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>Price × quantity × days: still to be divided by the days of the month.</summary>
    internal decimal Numerator => Price * Quantity * Days;
}

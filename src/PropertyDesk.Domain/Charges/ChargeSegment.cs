namespace PropertyDesk.Domain.Charges;

/// <summary>Days of a month, both ends inclusive, on which quantity and price stayed the same.</summary>
/// <param name="Quantity">Billing area in m², number of spaces, or 1.</param>
/// <param name="Price">Yuan per quantity and month, up to six decimals.</param>
/// <param name="PriceSince">The day from which this price version holds; null for a price agreed with the payer.</param>
/// <param name="FixedPart">Yuan per month beside price × quantity, such as for the lift; usually 0.</param>
public sealed record ChargeSegment(DateOnly From, DateOnly To, decimal Quantity, decimal Price, DateOnly? PriceSince = null, decimal FixedPart = 0)
{
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>Price × quantity plus the fixed part: the yuan of a whole month.</summary>
    public decimal Monthly => (Price * Quantity) + FixedPart;

    /// <summary>Times the days: still to be divided by the days of the month.</summary>
    internal decimal Numerator => Monthly * Days;
}

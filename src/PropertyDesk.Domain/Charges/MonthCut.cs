namespace PropertyDesk.Domain.Charges;

/// <summary>A month cut into segments where something that matters for the charge changes.</summary>
/// <param name="Segments">In order; the days on which both price and quantity are known.</param>
/// <param name="Unpriced">Days of the charge without a price or quantity: the charge must not be billed as if they were free.</param>
public sealed record MonthCut(IReadOnlyList<ChargeSegment> Segments, IReadOnlyList<DayRange> Unpriced)
{
    /// <summary>Cuts the part of a month in which a charge is valid.</summary>
    /// <param name="validFrom">First day of the charge (move-in, start of the rent).</param>
    /// <param name="validTo">Its last day, inclusive; null without end.</param>
    /// <param name="prices">The price versions.</param>
    /// <param name="quantities">The areas (or other quantities) with the day of each correction.</param>
    public static MonthCut Of(
        BillingMonth month, DateOnly validFrom, DateOnly? validTo, IReadOnlyList<Dated<decimal>> prices, IReadOnlyList<Dated<decimal>> quantities)
    {
        var segments = new List<ChargeSegment>();
        var unpriced = new List<DayRange>();
        if (DayRange.Of(month).Overlap(validFrom, validTo) is { } charged)
        {
            foreach (var priced in DatedFacts.Cut(charged, prices))
            {
                foreach (var piece in DatedFacts.Cut(priced.Days, quantities))
                {
                    if (priced.Fact is { } price && piece.Fact is { } quantity)
                    {
                        segments.Add(new(piece.Days.From, piece.Days.To, quantity.Value, price.Value, price.From));
                    }
                    else
                    {
                        unpriced.Add(piece.Days);
                    }
                }
            }
        }

        return new MonthCut(segments, unpriced);
    }

    /// <summary>How many of the charged days lie between two days: an owner's share of a month in which the unit changed hands.</summary>
    public int DaysBetween(DateOnly from, DateOnly? to) =>
        Segments.Sum(s => new DayRange(s.From, s.To).Overlap(from, to)?.Days ?? 0);
}

namespace PropertyDesk.Domain.Charges;

/// <summary>
/// Card months of a parking space (车位月卡), counted from the day on which the first card began, never from the end of the
/// one before: a card from 31 January ends on 28 February, the next ones on 31 March and 30 April.
/// </summary>
public static class CardMonths
{
    /// <summary>The cards that begin in a month.</summary>
    /// <param name="anchor">The day on which the first card began.</param>
    /// <param name="lastDay">No card begins after it; null without end.</param>
    public static IReadOnlyList<CardMonth> BeginningIn(BillingMonth month, DateOnly anchor, DateOnly? lastDay)
    {
        var cards = new List<CardMonth>();
        var sinceAnchor = Math.Max(0, ((month.Year - anchor.Year) * 12) + month.Month - anchor.Month - 1);
        for (var number = sinceAnchor; number <= sinceAnchor + 2; number++)
        {
            var from = number == 0 ? anchor : anchor.AddMonths(number).AddDays(1);
            if (BillingMonth.Of(from) == month && (lastDay is null || from <= lastDay))
            {
                cards.Add(new CardMonth(from, anchor.AddMonths(number + 1)));
            }
        }

        return cards;
    }
}

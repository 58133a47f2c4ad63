using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Billing;

/// <summary>Who pays for which days of a charge: one owner, or the seller and the buyer when a unit changes hands.</summary>
internal sealed record PayerShares(IReadOnlyList<(Owner Payer, int Days)> Shares)
{
    /// <summary>Null when somebody is missing on a day that is charged: an unowned day must not be billed to the neighbour in time.</summary>
    public static PayerShares? Of(IEnumerable<Ownership> ownerships, IReadOnlyList<DayRange> charged)
    {
        var shares = new List<(Owner, int)>();
        foreach (var ownership in ownerships.OrderBy(o => o.From))
        {
            var days = charged.Sum(range => range.Overlap(ownership.From, ownership.To)?.Days ?? 0);
            if (days > 0)
            {
                shares.Add((ownership.Owner, days));
            }
        }

        return shares.Sum(s => s.Item2) == charged.Sum(range => range.Days) ? new PayerShares(shares) : null;
    }

    /// <summary>The line of each payer; the parts add up to the whole.</summary>
    public IEnumerable<(Owner Payer, CalculatedLine Line)> Divide(CalculatedLine whole) => Shares.Count == 1
        ? [(Shares[0].Payer, whole)]
        : OwnershipSplit.Divide(whole, [.. Shares.Select(s => s.Days)]).Select((line, i) => (Shares[i].Payer, line));
}

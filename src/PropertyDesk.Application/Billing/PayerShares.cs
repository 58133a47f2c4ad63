using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Billing;

/// <summary>One payer of a charge.</summary>
/// <param name="Weight">Days × share: what the amount is divided by.</param>
internal sealed record PayerPart(Guid OwnerId, IReadOnlyList<PayerDays> Days)
{
    public decimal Weight => Days.Sum(d => d.Days * d.Share);
}

/// <summary>Who pays for which days of a charge, and with which share: one owner, or several whose parts add up to it.</summary>
internal sealed class PayerShares
{
    private readonly bool _isTransfer;

    private PayerShares(IReadOnlyList<PayerPart> parts, bool isTransfer) => (Parts, _isTransfer) = (parts, isTransfer);

    /// <summary>Each payer once, in the order in which they began.</summary>
    public IReadOnlyList<PayerPart> Parts { get; }

    /// <summary>Null when somebody is missing on a day that is charged: an unowned day must not be billed to the neighbour in time.</summary>
    public static PayerShares? Of(IReadOnlyList<PayerStretch> stretches, IReadOnlyList<DayRange> charged)
    {
        var parts = new List<(Guid OwnerId, List<PayerDays> Days)>();
        var isTransfer = true;
        foreach (var stretch in stretches)
        {
            foreach (var range in charged)
            {
                if (range.Overlap(stretch.Days.From, stretch.Days.To) is not { } days)
                {
                    continue;
                }

                if (stretch.Payers.Count == 0)
                {
                    return null;
                }

                isTransfer &= stretch.IsOwnership;
                foreach (var (ownerId, share) in stretch.Payers)
                {
                    Of(parts, ownerId).Add(new PayerDays(days.From, days.To, share));
                }
            }
        }

        return parts.Count == 0 ? null : new PayerShares(parts.ConvertAll(p => new PayerPart(p.OwnerId, p.Days)), isTransfer);
    }

    /// <summary>The line of each payer; the parts add up to the whole.</summary>
    public IEnumerable<(PayerPart Payer, CalculatedLine Line)> Divide(CalculatedLine whole)
    {
        if (Parts.Count == 1)
        {
            return [(Parts[0], whole)];
        }

        if (_isTransfer)
        {
            return OwnershipSplit.Divide(whole, [.. Parts.Select(p => p.Days.Sum(d => d.Days))]).Select((line, i) => (Parts[i], line));
        }

        var weights = Parts.Select(p => p.Weight).ToArray();
        return Parts.Select((part, i) => (part, CalculatedLine.Of(new PayersWorking(whole.Working, weights, i, part.Days))));
    }

    private static List<PayerDays> Of(List<(Guid OwnerId, List<PayerDays> Days)> parts, Guid ownerId)
    {
        var known = parts.FindIndex(p => p.OwnerId == ownerId);
        if (known < 0)
        {
            parts.Add((ownerId, []));
            known = parts.Count - 1;
        }

        return parts[known].Days;
    }
}

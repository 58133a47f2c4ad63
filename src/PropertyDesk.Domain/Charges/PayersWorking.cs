namespace PropertyDesk.Domain.Charges;

/// <summary>
/// One payer's part of a charge that several pay: owners by their shares, owner and renter, developer and owner. The whole
/// amount is divided by days × share, so that the parts add up to it.
/// </summary>
/// <param name="Whole">The working of the whole charge.</param>
/// <param name="Weights">Days × share of each payer, in order.</param>
/// <param name="Position">Which of them this line is for, from 0.</param>
/// <param name="Own">The days and shares of this payer only: nobody else's appear on the bill.</param>
public sealed record PayersWorking(LineWorking Whole, IReadOnlyList<decimal> Weights, int Position, IReadOnlyList<PayerDays> Own) : LineWorking
{
    public override decimal Compute() => Whole.Recompute().Yuan * Weights[Position] / Weights.Sum();

    public override Money Recompute() => Whole.Recompute().Split(Weights)[Position];
}

/// <summary>Days, both inclusive, on which a payer paid a share of a charge.</summary>
/// <param name="Share">More than 0, at most 1; 1 where nobody else pays on these days.</param>
public sealed record PayerDays(DateOnly From, DateOnly To, decimal Share)
{
    public int Days => To.DayNumber - From.DayNumber + 1;
}

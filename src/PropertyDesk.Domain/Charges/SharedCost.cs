namespace PropertyDesk.Domain.Charges;

/// <summary>By what a shared cost (公摊) is divided.</summary>
public enum ShareBasis
{
    /// <summary>按建筑面积</summary>
    Area,

    /// <summary>按户</summary>
    Household,

    /// <summary>按楼层系数</summary>
    FloorCoefficient,

    /// <summary>按分表用量</summary>
    MeterShare,
}

/// <summary>The use of a common meter that a shared cost comes from.</summary>
/// <param name="Use">Difference of the readings.</param>
/// <param name="Price">Of the month, or of its last stretch where it changed inside the month.</param>
/// <param name="Prices">Where the price changed inside the month: the use is divided by days.</param>
public sealed record SharedUse(
    decimal Use, decimal Multiplier, decimal Price, decimal? Previous = null, decimal? Current = null, IReadOnlyList<PricePeriod>? Prices = null)
{
    /// <summary>Before rounding.</summary>
    public decimal Product => Prices is { Count: > 1 }
        ? Use * Multiplier * Prices.Sum(p => p.Price * p.Days) / Prices.Sum(p => p.Days)
        : Use * Multiplier * Price;

    internal Money Total => Money.Round(Product);
}

/// <summary>
/// A cost that several payers share: total × weight ÷ Σ weights by the largest-remainder rule, so that the shares are the
/// whole (rules of the money, sections 1 and 2).
/// </summary>
/// <param name="Name">What it is for, such as 电梯及楼道照明.</param>
/// <param name="Use">Where the total comes from; null for an amount that was given, such as an invoice.</param>
public sealed record SharedCost(string Name, Money Total, SharedUse? Use = null)
{
    public static SharedCost OfMeter(string name, decimal previous, decimal current, decimal multiplier, decimal price) =>
        OfUse(name, new SharedUse(current - previous, multiplier, price, previous, current));

    public static SharedCost OfUse(string name, SharedUse use) => new(name, use.Total, use);

    /// <summary>One line for each weight, in the same order.</summary>
    /// <param name="weights">Of the payers in the order of their unit codes: ties are decided by position. The exempt are not among them.</param>
    public IReadOnlyList<CalculatedLine> Divide(ShareBasis basis, IReadOnlyList<decimal> weights)
    {
        var sum = weights.Sum();
        return
        [
            .. Total.Split(weights).Select((share, i) =>
            {
                var working = new SharedWorking(this, basis, weights.Count, sum, weights[i], ExtraFen: 0);
                return CalculatedLine.Of(working with { ExtraFen = (int)(share - working.Recompute()).Fen });
            }),
        ];
    }
}

/// <summary>One payer's share. Of the others it holds only their number and the sum of the weights.</summary>
/// <param name="ExtraFen">The fen that the largest-remainder rule added to the floored share: 0 or 1 (−1 in a credit).</param>
public sealed record SharedWorking(SharedCost Cost, ShareBasis Basis, int Payers, decimal SumOfWeights, decimal Weight, int ExtraFen) : LineWorking
{
    private Money Total => Cost.Use?.Total ?? Cost.Total;

    public override decimal Compute() => Total.Yuan * Weight / SumOfWeights;

    /// <summary>The share cut down to whole fen, and the fen that the rule added.</summary>
    public override Money Recompute() =>
        new((long)decimal.Truncate(Total.Fen * Weight / SumOfWeights) + ExtraFen);
}

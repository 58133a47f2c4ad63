using System.Text.Json.Serialization;

namespace PropertyDesk.Domain.Charges;

/// <summary>One step of a tiered price (阶梯): use above <paramref name="Above"/> up to <paramref name="UpTo"/>.</summary>
/// <param name="Above">Lower threshold, in the unit of the meter.</param>
/// <param name="UpTo">Upper threshold, itself still in the tier; null for the last tier, which has no end.</param>
/// <param name="Price">Yuan per unit of use, up to six decimals.</param>
public sealed record Tier(decimal Above, decimal? UpTo, decimal Price)
{
    /// <summary>
    /// How much of a use counted from zero falls into this tier: clamp(x − low, 0, high − low). A use below zero (an estimate
    /// of another year or month was too high) is given back from the lowest tier upwards.
    /// </summary>
    public decimal PartOf(decimal use) => use < 0 ? -PartOf(-use) : Math.Max(0, Math.Min(use, UpTo ?? use) - Above);
}

/// <summary>The part of a use that fell into one tier.</summary>
/// <param name="Number">1 for the lowest tier.</param>
/// <param name="Quantity">In the unit of the meter; negative when an estimate is taken back.</param>
public sealed record TierShare(int Number, Tier Tier, decimal Quantity)
{
    /// <summary>Price × quantity, not rounded.</summary>
    [JsonIgnore]
    public decimal Subtotal => Tier.Price * Quantity;
}

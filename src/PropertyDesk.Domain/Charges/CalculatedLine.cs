namespace PropertyDesk.Domain.Charges;

/// <summary>What a calculation hands to the bill: the amount and the data that explain and prove it.</summary>
public sealed record CalculatedLine(Money Amount, LineWorking Working)
{
    /// <summary>Computes the result and freezes it beside the data it came from.</summary>
    public static CalculatedLine Of(LineWorking working)
    {
        var amount = working.Recompute();
        return new CalculatedLine(amount, working with { Unrounded = working.Compute(), Rounded = amount });
    }
}

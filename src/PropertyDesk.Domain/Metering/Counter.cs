namespace PropertyDesk.Domain.Metering;

/// <summary>A counter that is put in: what stands on it, and what it shows at the start.</summary>
public sealed record Counter(string Number, int Digits, decimal Multiplier, decimal First)
{
    /// <summary>10^digits, exactly: the counter starts anew there.</summary>
    public static decimal Range(int digits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 12);
        return Enumerable.Repeat(10m, digits).Aggregate((a, b) => a * b);
    }
}

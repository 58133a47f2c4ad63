using System.Globalization;

namespace PropertyDesk.Domain;

/// <summary>An amount of money, exact to the fen (0.01 yuan). Sums and comparisons are integer arithmetic.</summary>
/// <param name="Fen">The amount in fen; negative for credits.</param>
public readonly record struct Money(long Fen) : IComparable<Money>
{
    public static readonly Money Zero;

    /// <summary>The one rounding point: to 0.01 yuan, half away from zero (rules of the money, section 1).</summary>
    public static Money Round(decimal yuan) =>
        new(checked((long)decimal.Round(yuan * 100m, 0, MidpointRounding.AwayFromZero)));

    /// <summary>An amount that is already exact to the fen; more decimals are refused.</summary>
    /// <exception cref="RuleViolation">The amount has more than two decimals.</exception>
    public static Money Exact(decimal yuan)
    {
        var money = Round(yuan);
        return money.Yuan == yuan ? money : throw new RuleViolation("金额 {0} 超过两位小数。", [yuan]);
    }

    public decimal Yuan => Fen / 100m;

    public bool IsZero => Fen == 0;

    public static Money operator +(Money a, Money b) => new(checked(a.Fen + b.Fen));

    public static Money operator -(Money a, Money b) => new(checked(a.Fen - b.Fen));

    public static Money operator -(Money a) => new(-a.Fen);

    public static bool operator <(Money a, Money b) => a.Fen < b.Fen;

    public static bool operator >(Money a, Money b) => a.Fen > b.Fen;

    public static bool operator <=(Money a, Money b) => a.Fen <= b.Fen;

    public static bool operator >=(Money a, Money b) => a.Fen >= b.Fen;

    public static Money Min(Money a, Money b) => a < b ? a : b;

    public static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Zero, (sum, m) => sum + m);

    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    /// <summary>
    /// Divides the amount by the largest-remainder rule: every share is floored, the missing fen go to the largest
    /// remainders, ties by position. The shares always add up to the whole.
    /// </summary>
    /// <param name="weights">None negative, and not all zero.</param>
    public Money[] Split(IReadOnlyList<decimal> weights)
    {
        var total = weights.Sum();
        if (total <= 0 || weights.Any(w => w < 0))
        {
            throw new ArgumentException("Weights must not be negative, and not all zero.", nameof(weights));
        }

        if (Fen < 0)
        {
            return [.. (-this).Split(weights).Select(share => -share)];
        }

        var shares = new long[weights.Count];
        var remainders = new decimal[weights.Count];
        var placed = 0L;
        for (var i = 0; i < shares.Length; i++)
        {
            var exact = Fen * weights[i] / total;
            shares[i] = (long)decimal.Floor(exact);
            remainders[i] = exact - shares[i];
            placed += shares[i];
        }

        foreach (var i in Enumerable.Range(0, shares.Length).OrderByDescending(i => remainders[i]).Take((int)(Fen - placed)))
        {
            shares[i]++;
        }

        return [.. shares.Select(fen => new Money(fen))];
    }

    /// <summary>As shown to people in both languages: ¥1,234.50 or -¥1,234.50.</summary>
    public override string ToString() =>
        (Fen < 0 ? "-¥" : "¥") + Math.Abs(Yuan).ToString("#,##0.00", CultureInfo.InvariantCulture);
}

using PropertyDesk.Domain;

namespace PropertyDesk.Application.Owners;

/// <summary>Turns the shares of a form into fractions that add up to exactly 1.</summary>
internal static class ShareOut
{
    private const decimal Tolerance = 0.05m;
    private const int Decimals = 6;

    /// <exception cref="RuleViolation">There is nobody, some shares are missing, or they do not come to 100 %.</exception>
    public static IReadOnlyList<decimal> Of(IReadOnlyList<decimal?> percents)
    {
        if (percents.Count == 0)
        {
            throw new RuleViolation("请填写新业主。", field: "People");
        }

        if (percents.All(p => p is null))
        {
            return Even([.. percents.Select(_ => 1m)]);
        }

        if (percents.Any(p => p is null or <= 0))
        {
            throw new RuleViolation("请填写每位业主的份额，或都不填（平均分）。", field: "People");
        }

        var sum = percents.Sum(p => p!.Value);
        return Math.Abs(sum - 100) <= Tolerance
            ? Even([.. percents.Select(p => p!.Value)])
            : throw new RuleViolation("份额合计 {0}%，应为 100%。", [sum], "People");
    }

    // The last one takes what rounding left, so that three thirds are a whole.
    private static List<decimal> Even(IReadOnlyList<decimal> weights)
    {
        var shares = weights.Take(weights.Count - 1).Select(w => decimal.Round(w / weights.Sum(), Decimals)).ToList();
        shares.Add(1 - shares.Sum());
        return shares;
    }
}

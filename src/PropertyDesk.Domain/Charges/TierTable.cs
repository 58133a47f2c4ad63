using System.Globalization;

namespace PropertyDesk.Domain.Charges;

/// <summary>
/// A tiered price (阶梯价): tiers without gap or overlap from 0 upwards, the last one open.
/// T(x) = Σ price × part of x in the tier; the amount of a use is T(before + use) − T(before) (rules of the money, section 2).
/// </summary>
public sealed class TierTable
{
    private TierTable(IReadOnlyList<Tier> tiers) => Tiers = tiers;

    public IReadOnlyList<Tier> Tiers { get; }

    /// <summary>Reads the text form, such as 0-180:5;180-260:7;260-:9. Full-width characters and spaces are accepted.</summary>
    /// <param name="field">The input field to name when the text is refused.</param>
    /// <exception cref="RuleViolation">The text cannot be read, or the tiers have a gap, overlap or end.</exception>
    public static TierTable Parse(string text, string? field = null) => Of(TierText.Read(text, field), field);

    /// <summary>The table of these tiers.</summary>
    /// <exception cref="RuleViolation">The tiers have a gap, overlap or end, or a price is negative.</exception>
    public static TierTable Of(IReadOnlyList<Tier> tiers, string? field = null)
    {
        RuleViolation Refuse(string message, params object[] arguments) => new(message, arguments, field);

        if (tiers.Count == 0)
        {
            throw Refuse("阶梯价至少要有一档。");
        }

        var reached = 0m;
        for (var i = 0; i < tiers.Count; i++)
        {
            var (above, upTo, price) = tiers[i];
            if (above != reached)
            {
                throw i == 0
                    ? Refuse("阶梯必须从 0 开始，现在从 {0} 开始。", TierText.Of(above))
                    : Refuse("第 {0} 档从 {1} 开始，应从上一档的上限 {2} 开始。", i + 1, TierText.Of(above), TierText.Of(reached));
            }

            if (upTo is null != (i == tiers.Count - 1))
            {
                throw upTo is null ? Refuse("第 {0} 档没有上限，只有最后一档可以没有上限。", i + 1) : Refuse("最后一档不能有上限。");
            }

            if (upTo <= above)
            {
                throw Refuse("第 {0} 档的上限 {1} 必须大于下限 {2}。", i + 1, TierText.Of(upTo.Value), TierText.Of(above));
            }

            if (price < 0)
            {
                throw Refuse("第 {0} 档的单价不能为负数。", i + 1);
            }

            reached = upTo ?? reached;
        }

        return new TierTable(tiers);
    }

    /// <summary>T(x): the price of a use counted from zero, not rounded.</summary>
    public decimal Total(decimal use) => Tiers.Sum(tier => tier.Price * tier.PartOf(use));

    /// <summary>T(before + use) − T(before), not rounded.</summary>
    /// <param name="before">Use of the tariff year so far; 0 for tiers that start anew each month.</param>
    public decimal Amount(decimal before, decimal use) => Split(before, use).Sum(share => share.Subtotal);

    /// <summary>The use by tier, for the working shown to the owner; tiers not touched are left out.</summary>
    /// <param name="use">May be negative: an estimate was too high, or a reading was wrong.</param>
    public IReadOnlyList<TierShare> Split(decimal before, decimal use)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(before);
        return
        [
            .. Tiers.Select((tier, i) => new TierShare(i + 1, tier, tier.PartOf(before + use) - tier.PartOf(before)))
                .Where(share => share.Quantity != 0),
        ];
    }

    /// <summary>The same prices with every threshold times a factor: monthly tiers for a reading that covers several months.</summary>
    public TierTable Stretched(decimal factor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(factor);
        return factor == 1
            ? this
            : new TierTable([.. Tiers.Select(tier => tier with { Above = tier.Above * factor, UpTo = tier.UpTo * factor })]);
    }

    /// <summary>The same prices with every threshold raised: for a household of more people than are included.</summary>
    public TierTable Raised(decimal by)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(by);
        return new TierTable([.. Tiers.Select((tier, i) => tier with { Above = i == 0 ? 0 : tier.Above + by, UpTo = tier.UpTo + by })]);
    }

    /// <summary>The text form, normalised; <see cref="Parse"/> reads it again.</summary>
    public override string ToString() => string.Join(';', Tiers.Select(tier => string.Create(
        CultureInfo.InvariantCulture, $"{TierText.Of(tier.Above)}-{(tier.UpTo is { } end ? TierText.Of(end) : "")}:{TierText.Of(tier.Price)}")));
}

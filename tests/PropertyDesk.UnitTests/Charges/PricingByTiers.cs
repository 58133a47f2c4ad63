using System.Text.Json;
using CsCheck;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;

namespace PropertyDesk.UnitTests.Charges;

public sealed class PricingByTiers
{
    private static readonly Gen<decimal> Use = Gen.Int[0, 2_000_000].Select(thousandths => thousandths / 1000m);

    /// <summary>Tables with up to five tiers, prices rising, as the authorities set them.</summary>
    public static readonly Gen<TierTable> Tables =
        Gen.Select(Gen.Int[1, 300].Array[0, 4], Gen.Int[1, 90_000].Array[5]).Select((widths, steps) =>
        {
            var tiers = new List<Tier>();
            var (reached, price) = (0m, 0m);
            for (var i = 0; i <= widths.Length; i++)
            {
                price += steps[i] / 10_000m;
                decimal? upTo = i < widths.Length ? reached + widths[i] : null;
                tiers.Add(new Tier(reached, upTo, price));
                reached = upTo ?? reached;
            }

            return TierTable.Of(tiers);
        });

    [Theory]
    [Golden("tiers-yearly")]
    public void Yearly_tiers_go_on_where_the_year_stands(GoldenCase golden) =>
        Assert.Equal(
            golden.Expect.Amount("line"),
            Money.Round(TableOf(golden.Given).Amount(golden.Given.Number("before"), golden.Given.Number("usage"))));

    [Theory]
    [Golden("tiers-monthly")]
    public void Monthly_tiers_stretch_with_the_months_covered(GoldenCase golden)
    {
        var (table, usage) = (TableOf(golden.Given), golden.Given.Number("usage"));

        Assert.Equal(golden.Expect.Amount("oneMonth"), Money.Round(table.Amount(0, usage)));
        Assert.Equal(golden.Expect.Amount("twoMonths"), Money.Round(table.Stretched(2).Amount(0, usage)));
    }

    [Fact]
    public void More_use_never_costs_less() =>
        Gen.Select(Tables, Use, Use).Sample((table, before, use) => Assert.True(table.Amount(before, use) >= 0));

    [Fact]
    public void Two_uses_one_after_the_other_cost_as_much_as_both_at_once() =>
        Gen.Select(Tables, Use, Use, Use).Sample((table, before, first, second) =>
            Assert.Equal(table.Amount(before, first + second), table.Amount(before, first) + table.Amount(before + first, second)));

    [Fact]
    public void The_parts_by_tier_are_the_whole_use() =>
        Gen.Select(Tables, Use, Use).Sample((table, before, use) =>
            Assert.Equal(use, table.Split(before, use).Sum(share => share.Quantity)));

    [Fact]
    public void An_estimate_taken_back_costs_nothing_in_the_end() =>
        Gen.Select(Tables, Use, Use).Sample((table, before, use) =>
            Assert.Equal(0, table.Amount(before, use) + table.Amount(before + use, -use)));

    [Fact]
    public void The_text_form_reads_back_as_written() =>
        Tables.Sample(table => Assert.Equal(table.Tiers, TierTable.Parse(table.ToString()).Tiers));

    [Theory]
    [InlineData("0-180:5;180-260:7;260-:9")]
    [InlineData(" 0－180：5； 180-260 :7;260-：9； ")]
    [InlineData("0-180.0:5.00;180-260:7;260-:9.000000")]
    public void Reads_what_offices_write(string text) =>
        Assert.Equal("0-180:5;180-260:7;260-:9", TierTable.Parse(text).ToString());

    [Theory]
    [InlineData("0-180:5;200-:9", "第 {0} 档从 {1} 开始，应从上一档的上限 {2} 开始。")]
    [InlineData("0-180:5;170-:9", "第 {0} 档从 {1} 开始，应从上一档的上限 {2} 开始。")]
    [InlineData("10-180:5;180-:9", "阶梯必须从 0 开始，现在从 {0} 开始。")]
    [InlineData("0-180:5;180-100:7;100-:9", "第 {0} 档的上限 {1} 必须大于下限 {2}。")]
    [InlineData("0-0:5;0-:9", "第 {0} 档的上限 {1} 必须大于下限 {2}。")]
    [InlineData("0-180:5;180-:7;260-:9", "第 {0} 档没有上限，只有最后一档可以没有上限。")]
    [InlineData("0-180:5;180-260:7", "最后一档不能有上限。")]
    [InlineData("", "读不懂阶梯价“{0}”，应写成 0-180:5;180-260:7;260-:9 的样子。")]
    [InlineData("0-180:5;;180-:9", "读不懂阶梯价“{0}”，应写成 0-180:5;180-260:7;260-:9 的样子。")]
    [InlineData("0-180:5:6;180-:9", "读不懂阶梯价“{0}”，应写成 0-180:5;180-260:7;260-:9 的样子。")]
    [InlineData("0-180:-5;180-:9", "读不懂阶梯价“{0}”，应写成 0-180:5;180-260:7;260-:9 的样子。")]
    [InlineData("0-1,000:5;1,000-:9", "读不懂阶梯价“{0}”，应写成 0-180:5;180-260:7;260-:9 的样子。")]
    [InlineData("0-180:0.1234567;180-:9", "读不懂阶梯价“{0}”，应写成 0-180:5;180-260:7;260-:9 的样子。")]
    public void Refuses_what_leaves_a_use_without_one_price(string text, string reason)
    {
        var refusal = Assert.Throws<RuleViolation>(() => TierTable.Parse(text, "Tiers"));

        Assert.Equal(reason, refusal.Key);
        Assert.Equal("Tiers", refusal.Field);
    }

    [Fact]
    public void Refuses_no_tier_and_a_negative_price()
    {
        Assert.Throws<RuleViolation>(() => TierTable.Of([]));
        Assert.Throws<RuleViolation>(() => TierTable.Of([new Tier(0, null, -1)]));
    }

    /// <summary>The cases give tiers as pairs of upper bound and price.</summary>
    private static TierTable TableOf(JsonElement given)
    {
        var reached = 0m;
        var tiers = new List<Tier>();
        foreach (var pair in given.GetProperty("tiers").EnumerateArray())
        {
            decimal? upTo = pair[0].ValueKind == JsonValueKind.Null ? null : pair[0].Number();
            tiers.Add(new Tier(reached, upTo, pair[1].Number()));
            reached = upTo ?? reached;
        }

        return TierTable.Of(tiers);
    }
}

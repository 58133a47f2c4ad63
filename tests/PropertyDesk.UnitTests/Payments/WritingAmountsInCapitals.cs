using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.UnitTests.Payments;

public sealed class WritingAmountsInCapitals
{
    /// <summary>The examples of the People's Bank's rules are among them: 1,409.50, 6,007.14, 107,000.53, 16,409.02, 325.04.</summary>
    [Theory]
    [InlineData(140950, "壹仟肆佰零玖元伍角")]
    [InlineData(600714, "陆仟零柒元壹角肆分")]
    [InlineData(10700053, "壹拾万柒仟元伍角叁分")]
    [InlineData(1640902, "壹万陆仟肆佰零玖元零贰分")]
    [InlineData(32504, "叁佰贰拾伍元零肆分")]
    [InlineData(10000, "壹佰元整")]
    [InlineData(1000, "壹拾元整")]
    [InlineData(100500, "壹仟零伍元整")]
    [InlineData(1000000, "壹万元整")]
    [InlineData(2010000, "贰万零壹佰元整")]
    [InlineData(100000100, "壹佰万零壹元整")]
    [InlineData(10000000000, "壹亿元整")]
    [InlineData(10005000000, "壹亿零伍万元整")]
    [InlineData(10000000100, "壹亿零壹元整")]
    [InlineData(99999999999999, "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分")]
    [InlineData(5, "伍分")]
    [InlineData(50, "伍角")]
    [InlineData(55, "伍角伍分")]
    [InlineData(0, "零元整")]
    [InlineData(-12345, "负壹佰贰拾叁元肆角伍分")]
    public void Zeros_are_read_as_the_rules_say(long fen, string expected) =>
        Assert.Equal(expected, ChineseAmount.Of(new Money(fen)));

    [Fact]
    public void Different_amounts_are_never_written_alike()
    {
        var amounts = Enumerable.Range(0, 20_000).Select(i => new Money((i * 7L) + (i % 13 * 1_000_000L))).Distinct().ToList();

        Assert.Equal(amounts.Count, amounts.Select(ChineseAmount.Of).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_trillion_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => ChineseAmount.Of(new Money(100_000_000_000_000)));
}

using PropertyDesk.Application.Search;

namespace PropertyDesk.IntegrationTests.Search;

/// <summary>What people type for a flat.</summary>
public sealed class ReadingUnits
{
    [Theory]
    [InlineData("3.2.1801", "3-2-1801")]
    [InlineData("３．２．１８０１", "3-2-1801")]
    [InlineData("3栋2单元1801室", "3-2-1801")]
    [InlineData("B1.a", "B1.A")]
    public void A_point_between_digits_parts_them(string typed, string code) => Assert.Equal(code, UnitText.Code(typed));

    [Theory]
    [InlineData("321801", "32-1801", "3-2-1801", "3-21-801", "32-1-801")]
    [InlineData("12101", "1-2101", "12-101", "1-2-101")]
    [InlineData("1001")]
    [InlineData("123456789")]
    [InlineData("3a1801")]
    public void Digits_without_a_mark_are_parted_every_way_that_makes_a_flat(string typed, params string[] codes) => Assert.Equal(codes, UnitText.Run(typed));
}

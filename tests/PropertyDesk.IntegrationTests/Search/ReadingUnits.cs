using PropertyDesk.Application.Search;

namespace PropertyDesk.IntegrationTests.Search;

/// <summary>What people type for a flat.</summary>
public sealed class ReadingUnits
{
    [Theory]
    [InlineData("3栋2单元1801室", "3-2-1801")]
    [InlineData("３－２－１８０１", "3-2-1801")]
    [InlineData("1.5", "1.5")]
    public void Marks_part_a_flat_and_a_point_may_belong_to_it(string typed, string code) => Assert.Equal(code, UnitText.Code(typed));

    [Theory]
    [InlineData("321801", "32-1801", "3-2-1801", "3-21-801", "32-1-801")]
    [InlineData("12101", "1-2101", "12-101", "1-2-101")]
    [InlineData("3.2.1801", "3-2-1801")]
    [InlineData("1001")]
    [InlineData("123456789")]
    [InlineData("3a1801")]
    public void Digits_without_a_mark_or_with_points_are_parted_every_way_that_makes_a_flat(string typed, params string[] codes) => Assert.Equal(codes, UnitText.Guesses(typed));
}

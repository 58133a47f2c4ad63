using CsCheck;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.UnitTests.Metering;

public sealed class CheckingReadings
{
    [Theory]
    [InlineData(1520, 1533, false, ReadingDoubts.None)]
    [InlineData(1520, 1520, false, ReadingDoubts.Zero)]
    [InlineData(1520, 1519, false, ReadingDoubts.LowerThanBefore)]
    [InlineData(99980, 25, true, ReadingDoubts.None)]
    [InlineData(90000, 9999, true, ReadingDoubts.None)]
    [InlineData(89999, 25, false, ReadingDoubts.LowerThanBefore)]
    [InlineData(99980, 10000, false, ReadingDoubts.LowerThanBefore)]
    [InlineData(1520, 100000, false, ReadingDoubts.OutOfRange)]
    [InlineData(1520, -1, false, ReadingDoubts.OutOfRange)]
    public void Tells_a_rollover_from_a_mistake(int previous, int current, bool rollover, ReadingDoubts doubts) =>
        Assert.Equal(new ReadingCheck(rollover, doubts), ReadingCheck.Of(previous, current, digits: 5));

    [Fact]
    public void Asks_about_more_than_the_multiple_of_the_average_only()
    {
        Assert.Equal(ReadingDoubts.None, ReadingCheck.Of(100, 130, 5, average: 10, times: 3).Doubts);
        Assert.Equal(ReadingDoubts.FarAboveAverage, ReadingCheck.Of(100, 130.001m, 5, average: 10, times: 3).Doubts);
        Assert.Equal(ReadingDoubts.FarAboveAverage, ReadingCheck.Of(100, 130, 5, multiplier: 2, average: 10, times: 3).Doubts);
        Assert.Equal(ReadingDoubts.None, ReadingCheck.Of(100, 130, 5, average: 0).Doubts);
        Assert.True(ReadingCheck.Of(100, 100, 5).NeedsConfirmation);
    }

    [Fact]
    public void A_reading_that_raises_no_doubt_never_gives_a_negative_use() =>
        Gen.Select(Gen.Int[0, 99_999_999], Gen.Int[0, 99_999_999]).Sample((previous, current) =>
        {
            var check = ReadingCheck.Of(previous / 1000m, current / 1000m, 5);
            if (!check.NeedsConfirmation)
            {
                Assert.True(new MeterPart("E1", default, previous / 1000m, default, current / 1000m, 5, check.Rollover).Use > 0);
            }
        });

    [Theory]
    [InlineData("2025-04-20", "2025-05-20", 1)]
    [InlineData("2025-04-20", "2025-05-02", 1)]
    [InlineData("2025-04-30", "2025-06-01", 1)]
    [InlineData("2025-04-20", "2025-06-18", 2)]
    [InlineData("2024-12-31", "2025-02-28", 2)]
    [InlineData("2025-04-20", "2025-04-20", 1)]
    public void Counts_the_months_between_readings(string previous, string current, int months) =>
        Assert.Equal(months, new MeterUsage([new("E1", Day(previous), 0, Day(current), 1, 5)]).Months);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

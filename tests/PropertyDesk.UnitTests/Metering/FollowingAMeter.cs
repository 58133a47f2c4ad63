using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.UnitTests.Metering;

/// <summary>What was used between readings, though the counter was changed, the reading estimated, or wrong.</summary>
public sealed class FollowingAMeter
{
    private static readonly DateOnly Today = new(2025, 7, 1);
    private readonly Meter _meter = new(new Unit(new Building(new Community(SomeCompany(), "小区"), "1栋", 1), null, "101", 100, UnitKind.Residential), "W1", MeterKind.Water, 2, 5);

    [Fact]
    public void A_change_of_the_counter_adds_the_old_part_and_the_new_one()
    {
        var (april, may) = (new Reading(_meter, new(2025, 4, 30), 100), new Reading(_meter, new(2025, 5, 31), 8));
        var change = new MeterChange(_meter, new(2025, 5, 15), 112, oldRollover: false, new Counter("W9", 4, 1, 3), "王", DateTimeOffset.UnixEpoch);
        var history = new ReadingHistory(_meter, [april, may], [change], []);

        var parts = history.Between(april, may);

        // (112 − 100) × 2 on the old counter, (8 − 3) × 1 on the new one.
        Assert.Equal([24m, 5m], parts.Select(p => p.Use));
        Assert.Equal(["W1", "W9"], parts.Select(p => p.Meter));
        Assert.Equal("W9", _meter.Number);
    }

    [Fact]
    public void An_estimate_that_was_too_high_is_taken_back_without_a_doubt()
    {
        var estimate = new Reading(_meter, new(2025, 5, 31), 150);
        estimate.MarkEstimated();
        var history = new ReadingHistory(_meter, [new Reading(_meter, new(2025, 4, 30), 100), estimate], [], []);

        var verdict = history.Check(new(2025, 6, 30), 140, 3, Today);

        Assert.Equal(new ReadingVerdict(null, ReadingDoubts.None, Rollover: false, -20), verdict);
    }

    [Fact]
    public void A_wrong_reading_that_was_billed_is_reversed_in_the_next_use_and_stays_as_it_was()
    {
        var (may, june) = (new Reading(_meter, new(2025, 5, 31), 500), new Reading(_meter, new(2025, 6, 30), 60));
        var correction = new ReadingCorrection(may, _meter, 50, billed: true, rollover: false, "抄错一位", "王", DateTimeOffset.UnixEpoch);

        var parts = new ReadingHistory(_meter, [may, june], [], [correction]).Between(may, june);

        Assert.Equal(500, may.Value);
        Assert.Equal([-900m, 20m], parts.Select(p => p.Use));
        Assert.True(parts[0].Corrects);
    }

    [Fact]
    public void A_reading_that_was_not_billed_takes_the_new_value_and_the_correction_keeps_the_old_one()
    {
        var may = new Reading(_meter, new(2025, 5, 31), 500);

        var correction = new ReadingCorrection(may, _meter, 50, billed: false, rollover: false, "抄错一位", "王", DateTimeOffset.UnixEpoch);

        Assert.Equal((50m, 500m), (may.Value, correction.Before));
    }

    [Theory]
    [InlineData("2025-06-30", 100000, ReadingRefusal.OutOfRange)]
    [InlineData("2025-07-02", 120, ReadingRefusal.InFuture)]
    [InlineData("2025-04-30", 120, ReadingRefusal.NotAfterLast)]
    [InlineData("2025-05-20", 120, ReadingRefusal.MonthBilled)]
    public void Some_readings_nobody_can_confirm(string on, int value, ReadingRefusal refusal)
    {
        var history = new ReadingHistory(_meter, [new Reading(_meter, new(2025, 4, 30), 100)], [], [], billedThrough: new(2025, 5, 31));

        var verdict = history.Check(DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), value, 3, Today);

        Assert.Equal(refusal, verdict.Refusal);
        Assert.False(verdict.Takes(confirmed: true));
    }

    private static Company SomeCompany()
    {
        var company = new Company("翠湖物业", "cuihu");
        typeof(Company).GetProperty(nameof(Company.Id))!.SetValue(company, 1);
        return company;
    }
}

using PropertyDesk.Domain.Equipment;

namespace PropertyDesk.UnitTests.Equipment;

public sealed class MachineReliability
{
    private static readonly DateTimeOffset From = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_overlap_of_two_stops_counts_once_and_what_is_not_repaired_lasts_until_now()
    {
        var now = From.AddDays(100);
        var year = Reliability.Of([(From.AddDays(10), From.AddDays(12), true), (From.AddDays(11), From.AddDays(13), true), (From.AddDays(50), From.AddDays(60), false), (From.AddDays(99), null, true)], From, now);

        Assert.Equal(new Reliability(4, 100, 24m * 4), year);
        Assert.Equal(24m, year.DaysBetween);
        Assert.Equal(0.96m, year.Available);
    }

    [Fact]
    public void A_failure_from_before_takes_its_hours_along_but_is_not_counted()
    {
        var year = Reliability.Of([(From.AddDays(-3), From.AddDays(1), true)], From, From.AddDays(10));

        Assert.Equal(new Reliability(0, 10, 24m), year);
        Assert.Null(year.DaysBetween);
    }

    [Fact]
    public void A_machine_that_was_not_there_yet_has_no_rate() => Assert.Null(Reliability.Of([], From, From).Available);
}

using CsCheck;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.UnitTests.Tickets;

public sealed class CountingWorkingTime
{
    // National Day 2025: 1 to 8 October free, Sunday 28 September and Saturday 11 October worked.
    private static readonly WorkingHours Office = new(new(9, 0), new(18, 0));

    private static readonly WorkingCalendar Calendar = new(
        Enum.GetValues<DayOfWeek>().Where(day => day is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).ToDictionary(day => day, _ => Office),
        Enumerable.Range(1, 8).Select(day => (Day: new DateOnly(2025, 10, day), Hours: (WorkingHours?)null))
            .Append((new(2025, 9, 28), Office)).Append((new(2025, 10, 11), Office)).ToDictionary(pair => pair.Item1, pair => pair.Item2));

    [Theory]
    [InlineData("2025-09-22T10:00", 120, "2025-09-22T12:00")]
    [InlineData("2025-09-22T17:00", 120, "2025-09-23T10:00")]
    [InlineData("2025-09-19T17:30", 60, "2025-09-22T09:30")]
    [InlineData("2025-09-20T12:00", 60, "2025-09-22T10:00")]
    [InlineData("2025-09-26T17:30", 60, "2025-09-28T09:30")]
    [InlineData("2025-09-30T17:30", 60, "2025-10-09T09:30")]
    [InlineData("2025-10-10T17:30", 60, "2025-10-11T09:30")]
    [InlineData("2025-09-22T17:00", 60, "2025-09-22T18:00")]
    public void Promises_skip_nights_weekends_and_holidays(string start, int minutes, string due) =>
        Assert.Equal(At(due), Calendar.Due(At(start), TimeSpan.FromMinutes(minutes)));

    [Fact]
    public void Emergencies_run_around_the_clock() =>
        Assert.Equal(At("2025-10-02T00:30"), WorkingCalendar.AroundTheClock.Due(At("2025-10-01T23:30"), TimeSpan.FromHours(1)));

    [Fact]
    public void A_calendar_without_work_promises_nothing() => Assert.Null(
        new WorkingCalendar(new Dictionary<DayOfWeek, WorkingHours>(), new Dictionary<DateOnly, WorkingHours?>()).Due(At("2025-10-01T09:00"), TimeSpan.FromHours(1)));

    [Fact]
    public void Hours_over_midnight_are_refused() => Assert.Throws<ArgumentException>(() => new WorkingHours(new(22, 0), new(6, 0)));

    [Fact]
    public void Between_measures_what_due_added() =>
        Gen.Select(Gen.Int[0, 60 * 24 * 60], Gen.Int[0, 20_000]).Sample((offset, minutes) =>
        {
            var start = At("2025-09-01T00:00").AddMinutes(offset);
            Assert.Equal(TimeSpan.FromMinutes(minutes), Calendar.Between(start, Calendar.Due(start, TimeSpan.FromMinutes(minutes))!.Value));
        });

    private static DateTime At(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

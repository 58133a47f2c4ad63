using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.UnitTests.Reports;

public sealed class DaysOfAView
{
    private static readonly Guid Somebody = Guid.NewGuid();

    // A Wednesday.
    private static readonly DateOnly Today = new(2026, 4, 15);

    [Theory]
    [InlineData(ViewRhythm.Never, DayOfWeek.Monday, 1, null)]
    [InlineData(ViewRhythm.Daily, DayOfWeek.Monday, 1, "2026-04-16")]
    [InlineData(ViewRhythm.Weekly, DayOfWeek.Thursday, 1, "2026-04-16")]
    [InlineData(ViewRhythm.Weekly, DayOfWeek.Wednesday, 1, "2026-04-22")]
    [InlineData(ViewRhythm.Weekly, DayOfWeek.Monday, 1, "2026-04-20")]
    [InlineData(ViewRhythm.Monthly, DayOfWeek.Monday, 16, "2026-04-16")]
    [InlineData(ViewRhythm.Monthly, DayOfWeek.Monday, 15, "2026-05-15")]
    [InlineData(ViewRhythm.Monthly, DayOfWeek.Monday, 28, "2026-04-28")]
    public void The_first_sending_is_after_today(ViewRhythm rhythm, DayOfWeek weekday, int monthDay, string? next) =>
        Assert.Equal(next is null ? null : DateOnly.Parse(next, System.Globalization.CultureInfo.InvariantCulture), View(rhythm, weekday, monthDay).NextOn);

    [Fact]
    public void What_was_missed_is_made_up_for_by_one()
    {
        var view = View(ViewRhythm.Daily);

        Assert.Null(view.Due(Today));
        Assert.Equal(Today.AddDays(9), view.Due(Today.AddDays(9)));
        Assert.Null(view.Due(Today.AddDays(9)));
        Assert.Equal(Today.AddDays(10), view.NextOn);
    }

    [Fact]
    public void A_year_of_months_is_twelve()
    {
        var view = View(ViewRhythm.Monthly, monthDay: 28);

        Assert.Equal(12, Enumerable.Range(1, 365).Count(n => view.Due(Today.AddDays(n)) is not null));
    }

    [Theory]
    [InlineData(ViewSpan.MonthToDate, "2026-03-01", "2026-03-31")]
    [InlineData(ViewSpan.LastMonth, "2026-02-01", "2026-02-28")]
    [InlineData(ViewSpan.Last30Days, "2026-03-02", "2026-03-31")]
    [InlineData(ViewSpan.YearToDate, "2026-01-01", "2026-03-31")]
    public void Its_days_move_with_the_calendar(ViewSpan span, string from, string asOf)
    {
        var (first, last) = ReportView.Days(span, new DateOnly(2026, 3, 31));

        Assert.Equal((from, asOf), ($"{first:yyyy-MM-dd}", $"{last:yyyy-MM-dd}"));
    }

    [Fact]
    public void Refuses_to_be_sent_to_nobody_and_on_days_that_some_months_lack()
    {
        Assert.Equal("Recipients", Assert.Throws<RuleViolation>(() => View(ViewRhythm.Daily, recipients: [])).Field);
        Assert.Equal("MonthDay", Assert.Throws<RuleViolation>(() => View(ViewRhythm.Monthly, monthDay: 31)).Field);
        Assert.Empty(View(ViewRhythm.Never).Recipients);
    }

    private static ReportView View(ViewRhythm rhythm, DayOfWeek weekday = DayOfWeek.Monday, int monthDay = 1, Guid[]? recipients = null)
    {
        var company = new Company("翠湖物业", "cuihu");
        typeof(Company).GetProperty(nameof(Company.Id))!.SetValue(company, 1);
        return new ReportView(
            company, Somebody, new ViewPlan("月报", ReportName.CollectionRate, ViewSpan.LastMonth, null, false, rhythm, weekday, monthDay, ReportFormat.Workbook, recipients ?? [Somebody]), Today, Guid.NewGuid());
    }
}

using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;

namespace PropertyDesk.UnitTests.Charges;

public sealed class ChargingPeriods
{
    private static readonly DateOnly Since = new(2024, 1, 1);

    [Theory]
    [InlineData(2025, 1, 3, 1, 2025, 1, 2025, 3)]
    [InlineData(2025, 3, 3, 1, 2025, 1, 2025, 3)]
    [InlineData(2025, 4, 3, 1, 2025, 4, 2025, 6)]
    [InlineData(2025, 1, 3, 12, 2024, 12, 2025, 2)]
    [InlineData(2025, 2, 12, 7, 2024, 7, 2025, 6)]
    [InlineData(2025, 7, 6, 1, 2025, 7, 2025, 12)]
    [InlineData(2025, 5, 1, 1, 2025, 5, 2025, 5)]
    public void A_month_lies_in_one_period(int year, int month, int length, int yearStart, int firstYear, int first, int lastYear, int last) => Assert.Equal(
        new BillingPeriod(new(firstYear, first), new(lastYear, last)), BillingPeriod.Of(new(year, month), length, yearStart));

    [Theory]
    [InlineData(true, "2024-01-01", null, 1)]
    [InlineData(false, "2024-01-01", null, 3)]
    [InlineData(true, "2025-02-10", null, 2)]
    [InlineData(false, "2024-01-01", "2025-02-10", 2)]
    public void A_quarter_is_billed_in_the_first_or_last_month_in_which_the_charge_holds(bool inAdvance, string from, string? to, int month) => Assert.Equal(
        new BillingMonth(2025, month), BillingPeriod.Of(new(2025, 2), 3).BilledIn(inAdvance, Day(from), to is null ? null : Day(to)));

    [Fact]
    public void A_whole_quarter_costs_exactly_its_price()
    {
        var quarter = Period(100m, 3, ("2025-01-01", "2025-01-31"), ("2025-02-01", "2025-02-28"), ("2025-03-01", "2025-03-31"));

        Assert.Equal(Money.Exact(100m), quarter.Amount); // though a third of it has no end
    }

    [Fact]
    public void A_part_of_a_year_counts_each_month_by_its_own_days()
    {
        var part = Period(1200m, 12, ("2025-02-15", "2025-02-28"), ("2025-03-01", "2025-03-31"));

        Assert.Equal(Money.Exact(150m), part.Amount); // 14 of 28 days of February, and March
    }

    [Fact]
    public void Months_of_a_monthly_price_are_each_rounded()
    {
        var months = new[] { 1, 2, 3 }.Select(m => Proration.Area(new(2025, m), [Whole(new(2025, m), 33.33m, 1.01m)]).Working).ToList();

        Assert.Equal(Money.Exact(100.98m), CalculatedLine.Of(new MonthsWorking(months)).Amount); // 3 × 33.66, not 100.99
    }

    [Fact]
    public void Fixed_parts_come_on_top_and_are_prorated_with_the_rest()
    {
        var segment = new ChargeSegment(new(2025, 4, 1), new(2025, 4, 15), 100m, 2m, Since, FixedPart: 30m);

        Assert.Equal(Money.Exact(115m), Proration.Area(new(2025, 4), [segment]).Amount);
    }

    [Fact]
    public void A_card_from_the_31st_ends_on_the_last_day_of_shorter_months_and_on_the_31st_of_longer_ones()
    {
        var anchor = new DateOnly(2025, 1, 31);
        var ends = Enumerable.Range(1, 6).SelectMany(m => CardMonths.BeginningIn(new(2025, m), anchor, null)).Select(c => c.To);

        Assert.Equal(["2025-02-28", "2025-03-31", "2025-04-30", "2025-05-31", "2025-06-30"], ends.Select(d => d.ToString("yyyy-MM-dd")));
    }

    [Fact]
    public void Cards_follow_one_another_without_gap_or_overlap_whatever_the_first_day()
    {
        for (var day = new DateOnly(2024, 1, 1); day <= new DateOnly(2025, 12, 31); day = day.AddDays(1))
        {
            var cards = Enumerable.Range(0, 26).SelectMany(m => CardMonths.BeginningIn(BillingMonth.Of(day.AddMonths(m)), day, null)).ToList();
            Assert.Equal(day, cards[0].From);
            Assert.All(cards.Zip(cards.Skip(1)), pair => Assert.Equal(pair.First.To.AddDays(1), pair.Second.From));
            Assert.True(cards.Count >= 24, $"{day}: {cards.Count} cards");
        }
    }

    [Fact]
    public void No_card_begins_after_the_last_day() =>
        Assert.Empty(CardMonths.BeginningIn(new(2025, 3), new(2025, 1, 31), new(2025, 2, 28)));

    [Fact]
    public void The_minimum_is_charged_where_the_use_comes_to_less()
    {
        var little = Proration.Once(2, 1.5m, "次");

        Assert.Equal(Money.Exact(10m), CalculatedLine.Of(new MinimumWorking(little.Working, 10m)).Amount);
        Assert.Equal(Money.Exact(3m), CalculatedLine.Of(new MinimumWorking(little.Working, 2m)).Amount);
    }

    [Fact]
    public void A_large_household_has_higher_thresholds()
    {
        var table = TierTable.Parse("0-180:5;180-260:7;260-:9").Raised(2 * 30);

        Assert.Equal("0-240:5;240-320:7;320-:9", table.ToString());
        Assert.Equal(1200m, table.Total(240));
    }

    private static CalculatedLine Period(decimal price, int months, params (string From, string To)[] days) => CalculatedLine.Of(new PeriodWorking(
        [.. days.Select(d => new FixedWorking(BillingMonth.Of(Day(d.From)), [new ChargeSegment(Day(d.From), Day(d.To), 1, price, Since)]))], months));

    private static ChargeSegment Whole(BillingMonth month, decimal quantity, decimal price) => new(month.FirstDay, month.LastDay, quantity, price, Since);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}

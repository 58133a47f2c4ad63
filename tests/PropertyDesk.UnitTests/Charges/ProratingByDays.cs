using CsCheck;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;

namespace PropertyDesk.UnitTests.Charges;

public sealed class ProratingByDays
{
    private static readonly DateOnly Always = new(2020, 1, 1);
    private static readonly Gen<decimal> Price = Gen.Int[1, 20_000_000].Select(millionths => millionths / 1_000_000m);
    private static readonly Gen<decimal> Area = Gen.Int[1, 5_000_000].Select(tenthousandths => tenthousandths / 10_000m);
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 1500].Select(Always.AddDays);

    [Theory]
    [Golden("area-full-month")]
    public void A_whole_month_is_area_times_price(GoldenCase golden) => Assert.Equal(golden.Expect.Amount("line"), AreaOf(golden, new(2025, 5)).Amount);

    [Theory]
    [Golden("area-half-fen")]
    public void Half_a_fen_goes_up(GoldenCase golden) => Assert.Equal(golden.Expect.Amount("line"), AreaOf(golden, new(2025, 5)).Amount);

    [Theory]
    [Golden("quarter-in-advance")]
    public void A_quarter_is_three_months(GoldenCase golden)
    {
        Money[] lines = [.. Enumerable.Range(1, golden.Given.Count("months")).Select(month => AreaOf(golden, new(2025, month)).Amount)];

        Assert.Equal(golden.Expect.Amounts("lines"), lines);
        Assert.Equal(golden.Expect.Amount("total"), Money.Sum(lines));
    }

    [Theory]
    [Golden("move-in-mid-month")]
    public void Moving_in_pays_from_that_day(GoldenCase golden) =>
        Assert.Equal([golden.Expect.Amount("line")], Stay(golden.Given.Number("monthly"), golden.Given.Day("from"), golden.Given.Day("to")));

    [Theory]
    [Golden("february-and-leap-february")]
    public void February_has_its_own_days(GoldenCase golden)
    {
        foreach (var expected in golden.Expect.EnumerateObject())
        {
            Assert.True(BillingMonth.TryParse(expected.Name, out var month));
            Assert.Equal(
                [Money.Exact(expected.Value.Number())],
                Stay(golden.Given.Number("monthly"), month.FirstDay, month.FirstDay.AddDays(golden.Given.Count("firstDays") - 1)));
        }
    }

    [Theory]
    [Golden("monotonic-a")]
    public void A_stay_over_two_months_is_two_lines(GoldenCase golden) => StaysAsExpected(golden);

    [Theory]
    [Golden("monotonic-b")]
    public void One_day_more_costs_more(GoldenCase golden) => StaysAsExpected(golden);

    [Theory]
    [Golden("seller-and-buyer")]
    public void Seller_and_buyer_share_a_month_by_days(GoldenCase golden) => SharesAsExpected(golden);

    [Theory]
    [Golden("seller-and-buyer-odd-fen")]
    public void The_odd_fen_of_a_shared_month_goes_to_the_first(GoldenCase golden) => SharesAsExpected(golden);

    [Theory]
    [Golden("vacant-70-percent")]
    public void A_vacant_unit_gets_a_waiver_line(GoldenCase golden)
    {
        var gross = AreaOf(golden, golden.Given.Month("month"));
        var waiver = VacancyWaiver.Of((ProratedWorking)gross.Working, golden.Given.Number("vacantRate"), golden.Given.Day("vacantFrom"), vacantTo: null);

        Assert.Equal(golden.Expect.Amount("gross"), gross.Amount);
        Assert.Equal(-golden.Expect.Amount("waiver"), waiver.Amount);
        Assert.Equal(golden.Expect.Amount("net"), gross.Amount + waiver.Amount);
    }

    [Fact]
    public void A_waiver_is_never_more_than_the_line_nor_less_than_nothing() =>
        Gen.Select(Area, Price, Gen.Int[0, 100], Gen.Int[1, 31], Gen.Int[1, 31], Gen.Int[1, 31]).Sample((area, price, percent, movedIn, from, to) =>
        {
            var may = new BillingMonth(2025, 5);
            var cut = MonthCut.Of(may, new(2025, 5, movedIn), null, [new(Always, price)], [new(Always, area)]);
            var gross = Proration.Area(may, cut.Segments);
            var (first, last) = (new DateOnly(2025, 5, Math.Max(movedIn, Math.Min(from, to))), new DateOnly(2025, 5, Math.Max(movedIn, Math.Max(from, to))));
            var waiver = VacancyWaiver.Of((ProratedWorking)gross.Working, percent / 100m, first, last);

            Assert.InRange(-waiver.Amount.Fen, 0, gross.Amount.Fen);
        });

    [Fact]
    public void A_price_change_inside_the_month_cuts_it_in_two()
    {
        var may = new BillingMonth(2025, 5);
        var cut = MonthCut.Of(may, Always, null, [new(new(2025, 5, 16), 2.95m), new(new(2023, 1, 1), 2.80m)], [new(Always, 89.43m)]);

        Assert.Equal(
            [new(new(2025, 5, 1), new(2025, 5, 15), 89.43m, 2.80m, new(2023, 1, 1)), new(new(2025, 5, 16), new(2025, 5, 31), 89.43m, 2.95m, new(2025, 5, 16))],
            cut.Segments);
        Assert.Equal(Money.Round(89.43m * ((2.80m * 15) + (2.95m * 16)) / 31), Proration.Area(may, cut.Segments).Amount);
        Assert.Empty(cut.Unpriced);
        Assert.Equal(6, cut.DaysBetween(new(2025, 5, 10), new(2025, 5, 15)));
    }

    [Fact]
    public void Days_without_a_price_are_told_not_given_away()
    {
        var cut = MonthCut.Of(new(2025, 5), Always, null, [new(new(2025, 5, 11), 2.80m, new(2025, 5, 20))], [new(Always, 100)]);

        Assert.Equal([new(new(2025, 5, 1), new(2025, 5, 10)), new(new(2025, 5, 21), new(2025, 5, 31))], cut.Unpriced);
        Assert.Equal(10, cut.Segments.Sum(segment => segment.Days));
    }

    [Fact]
    public void A_charge_that_is_not_valid_in_the_month_has_no_segment()
    {
        var cut = MonthCut.Of(new(2025, 5), Always, new(2025, 4, 30), [new(Always, 2.80m)], [new(Always, 100)]);

        Assert.Empty(cut.Segments);
        Assert.Empty(cut.Unpriced);
    }

    [Fact]
    public void Refuses_segments_that_count_a_day_twice_or_lie_outside_the_month()
    {
        var may = new BillingMonth(2025, 5);

        Assert.Throws<ArgumentException>(() => Proration.Fixed(may, [new(new(2025, 5, 1), new(2025, 5, 10), 1, 8), new(new(2025, 5, 10), new(2025, 5, 31), 1, 8)]));
        Assert.Throws<ArgumentException>(() => Proration.Fixed(may, [new(new(2025, 4, 30), new(2025, 5, 31), 1, 8)]));
        Assert.Throws<ArgumentException>(() => Proration.Fixed(may, [new(new(2025, 5, 1), new(2025, 6, 1), 1, 8)]));
    }

    [Fact]
    public void A_longer_stay_never_costs_less() =>
        Gen.Select(Price, Area, Day, Gen.Int[0, 400]).Sample((price, area, from, days) =>
            Assert.True(Money.Sum(Stay(price * area, from, from.AddDays(days))) <= Money.Sum(Stay(price * area, from, from.AddDays(days + 1)))));

    [Fact]
    public void Cutting_a_month_anywhere_changes_nothing() =>
        Gen.Select(Price, Area, Day, Gen.Int[0, 40].Array[0, 6]).Sample((price, area, day, cuts) =>
        {
            var month = BillingMonth.Of(day);
            Dated<decimal>[] versions = [new(Always, price), .. cuts.Select(offset => new Dated<decimal>(month.FirstDay.AddDays(offset), price))];
            var cut = MonthCut.Of(month, Always, null, versions, [new(Always, area)]);

            Assert.Equal(month.Days, cut.Segments.Sum(segment => segment.Days));
            Assert.Equal(Money.Round(price * area), Proration.Area(month, cut.Segments).Amount);
        });

    [Fact]
    public void Owners_of_a_month_pay_the_whole_month_together() =>
        Gen.Select(Price, Area, Gen.Int[0, 31].Array[1, 5].Where(days => days.Sum() > 0)).Sample((price, area, days) =>
        {
            var whole = CalculatedLine.Of(new OnceWorking(area, price, "月"));
            var parts = OwnershipSplit.Divide(whole, days);

            Assert.Equal(whole.Amount, Money.Sum(parts.Select(part => part.Amount)));
        });

    private static CalculatedLine AreaOf(GoldenCase golden, BillingMonth month) => Proration.Area(
        month,
        MonthCut.Of(month, Always, null, [new(Always, golden.Given.Number("pricePerM2"))], [new(Always, golden.Given.Number("area"))]).Segments);

    /// <summary>The lines of a monthly amount, one for each month touched.</summary>
    private static List<Money> Stay(decimal monthly, DateOnly from, DateOnly to)
    {
        var lines = new List<Money>();
        for (var month = BillingMonth.Of(from); month.FirstDay <= to; month = month.Next)
        {
            lines.Add(Proration.Fixed(month, MonthCut.Of(month, from, to, [new(Always, monthly)], [new(Always, 1)]).Segments).Amount);
        }

        return lines;
    }

    private static void StaysAsExpected(GoldenCase golden)
    {
        var lines = Stay(golden.Given.Number("monthly"), golden.Given.Day("from"), golden.Given.Day("to"));

        Assert.Equal(golden.Expect.Amounts("lines"), lines);
        Assert.Equal(golden.Expect.Amount("total"), Money.Sum(lines));
    }

    private static void SharesAsExpected(GoldenCase golden)
    {
        var month = golden.Given.Month("month");
        var segments = MonthCut.Of(month, Always, null, [new(Always, golden.Given.Number("monthly"))], [new(Always, 1)]);
        var handover = month.FirstDay.AddDays(golden.Given.Count("sellerDays"));
        int[] days = [segments.DaysBetween(Always, handover.AddDays(-1)), segments.DaysBetween(handover, null)];

        Assert.Equal([golden.Given.Count("sellerDays"), golden.Given.Count("buyerDays")], days);
        Assert.Equal(
            golden.Expect.Amounts("shares"),
            OwnershipSplit.Divide(Proration.Fixed(month, segments.Segments), days).Select(line => line.Amount));
    }
}

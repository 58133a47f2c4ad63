using CsCheck;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.UnitTests.Charges;

public sealed class ChargingMeteredUse
{
    private static readonly DateOnly Always = new(2020, 1, 1);
    private static readonly Gen<decimal> Use = Gen.Int[0, 900_000].Select(thousandths => thousandths / 1000m);

    [Theory]
    [Golden("meter-rollover")]
    public void A_counter_that_passed_zero_goes_on(GoldenCase golden)
    {
        var (previous, current, digits) = (golden.Given.Number("previous"), golden.Given.Number("current"), golden.Given.Count("digits"));
        var check = ReadingCheck.Of(previous, current, digits);
        var usage = new MeterUsage([Part(previous, current, digits, check.Rollover)]);

        Assert.Equal(new ReadingCheck(Rollover: true, ReadingDoubts.None), check);
        Charges(golden, usage);
    }

    [Theory]
    [Golden("meter-changed")]
    public void A_changed_meter_adds_the_old_ones_part(GoldenCase golden)
    {
        var (old, fresh) = (golden.Given.Numbers("old"), golden.Given.Numbers("new"));
        Charges(golden, new MeterUsage([Part(old[0], old[1]), Part(fresh[0], fresh[1])]));
    }

    [Fact]
    public void Multiplier_and_loss_raise_the_use()
    {
        var usage = new MeterUsage([Part(100, 110) with { Multiplier = 20 }], LossRate: 0.03m);

        Assert.Equal(206, usage.Total);
        Assert.Equal(Money.Round(206 * 0.5283m), Flat(usage, new Dated<decimal>(Always, 0.5283m)).Amount);
    }

    [Fact]
    public void A_price_change_between_readings_divides_the_use_by_days()
    {
        var usage = new MeterUsage([Part(100, 145)]);

        // Read on 20 April and 20 May: 30 days, of which 21 April to 4 May (14) at the old price.
        Assert.Equal(Money.Round(45 * ((4.10m * 14) + (5m * 16)) / 30), Flat(usage, new(Always, 4.10m), new(new(2025, 5, 5), 5m)).Amount);
    }

    [Fact]
    public void A_day_without_price_gives_no_line()
    {
        var usage = new MeterUsage([Part(100, 145)]);

        Assert.Null(MeteredCharge.Flat(usage, [new(new(2025, 5, 1), 4.10m)], "元/m³"));
        Assert.Null(MeteredCharge.MonthlyTiers(usage, [], "元/m³"));
        Assert.Null(MeteredCharge.YearlyTiers(usage, [new(Always, TierTable.Parse("0-:5"), new(2025, 5, 1))], 0, "元/m³"));
    }

    [Fact]
    public void A_reading_period_over_new_year_is_divided_by_days_and_the_tiers_start_anew()
    {
        // 21 December to 20 January: 11 days at the end of the old year, 20 in the new one.
        var usage = new MeterUsage([Part(0, 62) with { PreviousOn = new(2024, 12, 20), CurrentOn = new(2025, 1, 20) }]);
        var line = MeteredCharge.YearlyTiers(usage, [new(Always, TierTable.Parse("0-180:5;180-260:7;260-:9"))], usedThisYear: 170, "元/m³")!;
        var working = Assert.IsType<TieredWorking>(line.Working);

        // 22 before New Year: 10 × 5 + 12 × 7; 40 after it: 40 × 5.
        Assert.Equal(Money.Exact(334), line.Amount);
        Assert.Equal((22m, 40m), (working.UseIn(2024), working.UseIn(2025)));
        Assert.Equal([10m, 12m], working.Shares(working.Periods[0]).Select(share => share.Quantity));
        Assert.Equal([40m], working.Shares(working.Periods[1]).Select(share => share.Quantity));
    }

    [Fact]
    public void Monthly_tiers_stretch_over_a_missed_reading() =>
        Gen.Select(PricingByTiers.Tables, Use, Gen.Int[1, 6]).Sample((table, use, months) =>
        {
            var usage = new MeterUsage([Part(0, use) with { CurrentOn = new DateOnly(2025, 4, 20).AddMonths(months) }]);

            Assert.Equal(
                Money.Round(table.Stretched(months).Amount(0, use)),
                MeteredCharge.MonthlyTiers(usage, [new(Always, table)], "元/kWh")!.Amount);
        });

    [Fact]
    public void Cutting_a_year_into_versions_with_the_same_tiers_changes_nothing() =>
        Gen.Select(PricingByTiers.Tables, Use, Use, Gen.Int[1, 29]).Sample((table, before, use, day) =>
        {
            var usage = new MeterUsage([Part(0, use)]);
            var whole = MeteredCharge.YearlyTiers(usage, [new(Always, table)], before, "元/m³")!;
            var cut = MeteredCharge.YearlyTiers(usage, [new(Always, table), new(new DateOnly(2025, 4, 20).AddDays(day), table)], before, "元/m³")!;

            Assert.Equal(whole.Amount, cut.Amount);
            Assert.Equal(use, ((TieredWorking)cut.Working).UseIn(2025));
        });

    [Fact]
    public void Reading_by_reading_costs_what_the_whole_year_costs() =>
        Gen.Select(PricingByTiers.Tables, Use.Array[1, 12]).Sample((table, uses) =>
        {
            var before = 0m;
            var sum = 0m;
            foreach (var use in uses)
            {
                var working = (TieredWorking)MeteredCharge.YearlyTiers(new([Part(0, use)]), [new(Always, table)], before, "元/m³")!.Working;
                sum += working.Unrounded;
                before += working.UseIn(2025);
            }

            Assert.Equal(table.Total(uses.Sum()), sum);
        });

    private static void Charges(GoldenCase golden, MeterUsage usage)
    {
        Assert.Equal(golden.Expect.Number("usage"), usage.Total);
        Assert.Equal(golden.Expect.Amount("line"), Flat(usage, new Dated<decimal>(Always, golden.Given.Number("price"))).Amount);
    }

    private static CalculatedLine Flat(MeterUsage usage, params Dated<decimal>[] prices) => MeteredCharge.Flat(usage, prices, "元/m³")!;

    private static MeterPart Part(decimal previous, decimal current, int digits = 5, bool rollover = false) =>
        new("W000001", new(2025, 4, 20), previous, new(2025, 5, 20), current, digits, rollover);
}

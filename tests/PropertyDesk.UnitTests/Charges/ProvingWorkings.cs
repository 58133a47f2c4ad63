using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.UnitTests.Charges;

public sealed class ProvingWorkings
{
    private static readonly DateOnly Since = new(2023, 1, 1);
    private static readonly BillingMonth May = new(2025, 5);
    private static readonly MeterUsage Usage = new([new("W000001", new(2025, 4, 20), 5261.06m, new(2025, 5, 20), 5267.39m, 5)]);
    private static readonly MonthCut Cut = MonthCut.Of(May, Since, null, [new(Since, 2.80m), new(new(2025, 5, 16), 2.95m)], [new(Since, 89.43m)]);

    /// <summary>One line of every kind there is.</summary>
    public static readonly IReadOnlyList<CalculatedLine> Lines =
    [
        Proration.Area(May, Cut.Segments),
        Proration.Fixed(May, [new(May.FirstDay, May.LastDay, 1, 8, Since)]),
        Proration.Parking(May, [new(new(2025, 5, 11), May.LastDay, 1, 300)], "B1-0001"),
        Proration.Once(2, 15.50m, "张"),
        VacancyWaiver.Of((ProratedWorking)Proration.Area(May, Cut.Segments).Working, 0.7m, new(2025, 5, 11), null),
        OwnershipSplit.Divide(Proration.Area(May, Cut.Segments), [10, 21])[1],
        MeteredCharge.Flat(Usage, [new(Since, 4.10m)], "元/m³")!,
        MeteredCharge.YearlyTiers(Usage, [new(Since, TierTable.Parse("0-180:5;180-260:7;260-:9"))], 178, "元/m³")!,
        MeteredCharge.MonthlyTiers(Usage, [new(Since, TierTable.Parse("0-200:0.52;200-400:0.57;400-:0.82"))], "元/kWh")!,
        SharedCost.OfMeter("电梯及楼道照明", 1201, 1778, 10, 0.5283m).Divide(ShareBasis.Area, [75.5m, 75.5m, 90.2m])[0],
        CalculatedLine.Of(new ReversalWorking(MeteredCharge.Flat(Usage, [new(Since, 4.10m)], "元/m³")!.Working, "202504-00042")),
        YearDiscount.Of([new(25_040), new(25_040), new(25_041)], 0.05m)[2],
        LateFee.Of(new(0.0005m, GraceDays: 5, CapShare: 0.3m), new(25_040), May.FirstDay, [new(new(2025, 6, 1), new(10_000))], [], new(2025, 7, 1)),
        CalculatedLine.Of(new PayersWorking(Proration.Area(May, Cut.Segments).Working, [15.5m, 46.5m], 1, [new(May.FirstDay, May.LastDay, 0.75m)])),
        CalculatedLine.Of(new MonthsWorking([Proration.Area(May, Cut.Segments).Working])),
        CalculatedLine.Of(new PeriodWorking([new FixedWorking(May, [new(May.FirstDay, May.LastDay, 1, 100, Since)])], 3)),
        CalculatedLine.Of(new CardWorking("B1-0001", new(30_000), CardMonths.BeginningIn(May, new(2025, 1, 31), null))),
        CalculatedLine.Of(new MinimumWorking(MeteredCharge.Flat(Usage, [new(Since, 4.10m)], "元/m³")!.Working, 30)),
        CalculatedLine.Of(new FormulaWorking(May, "建筑面积 × 0.35", Since, [new("建筑面积", 89.43m, "㎡")])),
        CalculatedLine.Of(new OffsetWorking(new(-1_250), "水费", "物业费")),
        CalculatedLine.Of(new WaiverWorking(new(25_040), 0.3m, null)),
        CalculatedLine.Of(new RedEntryWorking(new(25_040), new(5_000))),
        CalculatedLine.Of(new ServiceWorking("GD-000007", [new ServicePart("PPR 管", 2.5m, new(1_233)), new ServicePart("人工", 1, new(5_000))])),
    ];

    [Fact]
    public void There_is_an_example_of_every_kind()
    {
        var known = typeof(LineWorking).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false)
            .Cast<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType);
        var all = typeof(LineWorking).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(LineWorking)) && !type.IsAbstract);

        Assert.Equal(all.OrderBy(type => type.Name), known.OrderBy(type => type.Name));
        Assert.Equal(all.OrderBy(type => type.Name), Lines.Select(line => line.Working.GetType()).Distinct().OrderBy(type => type.Name));
    }

    [Fact]
    public void A_stored_working_gives_the_amount_again()
    {
        foreach (var line in Lines)
        {
            var stored = LineWorking.FromJson(line.Working.ToJson());

            Assert.Equal(line.Amount, stored.Recompute());
            Assert.Equal(line.Amount, stored.Rounded);
            Assert.Equal(stored.Compute(), stored.Unrounded);
            Assert.Equal(line.Working.ToJson(), stored.ToJson());
        }
    }

    [Fact]
    public void A_changed_number_does_not_prove_the_line()
    {
        var json = JsonNode.Parse(Lines[0].Working.ToJson())!;
        json["segments"]![0]!["quantity"] = 99.43m;

        Assert.NotEqual(Lines[0].Amount, LineWorking.FromJson(json.ToJsonString()).Recompute());
    }

    [Fact]
    public void A_database_may_change_the_order_of_the_members() =>
        Assert.Equal(
            new Money(800),
            LineWorking.FromJson("""{"month":"2025-05","segments":[{"to":"2025-05-31","from":"2025-05-01","price":8,"quantity":1}],"$type":"fixed"}""").Recompute());

    /// <summary>What was stored in 2025 must be read for ever: this text is never adapted to the code.</summary>
    [Fact]
    public void The_form_of_the_first_release_is_still_read()
    {
        const string Stored = """
            {"$type":"tiered","usage":{"parts":[{"meter":"W000001","previousOn":"2025-04-20","previous":5261.06,"currentOn":"2025-05-20","current":5267.39,"digits":5,"rollover":false,"multiplier":1,"estimated":false}],"lossRate":0},"periods":[{"from":"2025-04-21","to":"2025-05-20","tiers":[{"above":0,"upTo":180,"price":5},{"above":180,"upTo":260,"price":7},{"above":260,"price":9}],"priceSince":"2023-01-01","before":178,"daysBefore":0}],"unit":"元/m³","unrounded":40.31,"rounded":4031}
            """;
        var working = Assert.IsType<TieredWorking>(LineWorking.FromJson(Stored));

        Assert.Equal(working.Rounded, working.Recompute());
        Assert.Equal([2m, 4.33m], working.Shares(working.Periods[0]).Select(share => share.Quantity));
    }
}

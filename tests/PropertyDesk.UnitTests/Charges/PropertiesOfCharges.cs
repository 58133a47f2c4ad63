using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.UnitTests.Charges;

/// <summary>What must hold for any tariff, day, reading and transfer; thousands of random ones, the seed named in the failure.</summary>
public sealed class PropertiesOfCharges
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_longer_stay_never_costs_less(int seed) => Repeat(seed, random =>
    {
        var (prices, areas) = (Facts(random, 4m), Facts(random, 200m));
        var from = Day(random);
        var total = Money.Zero;
        for (var to = from; to < from.AddDays(70); to = to.AddDays(1))
        {
            var longer = Stay(from, to, prices, areas);
            Assert.True(longer >= total, $"{from} to {to}: {longer} after {total}");
            total = longer;
        }
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_parts_of_a_transfer_are_the_whole(int seed) => Repeat(seed, random =>
    {
        var month = Month(random);
        var whole = Proration.Area(month, MonthCut.Of(month, month.FirstDay, null, Facts(random, 4m), Facts(random, 200m)).Segments);
        var cuts = Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(1, month.Days)).Append(0).Append(month.Days).Distinct().Order().ToArray();
        var days = cuts.Skip(1).Zip(cuts, (to, from) => to - from).ToArray();

        Assert.Equal(whole.Amount, Money.Sum(OwnershipSplit.Divide(whole, days).Select(part => part.Amount)));
        var weights = days.Select(d => d * (decimal)random.NextDouble() + 0.001m).ToArray();
        Assert.Equal(whole.Amount, Money.Sum(weights.Select((_, i) => CalculatedLine.Of(new PayersWorking(whole.Working, weights, i, [])).Amount)));
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Shares_add_up_to_the_total_and_differ_by_a_fen_at_most_where_weights_are_equal(int seed) => Repeat(seed, random =>
    {
        var weights = Enumerable.Range(0, random.Next(1, 300)).Select(_ => Cents(random, 200m) + (random.Next(20) == 0 ? 0 : 0.01m)).ToArray();
        if (weights.Sum() == 0)
        {
            return;
        }

        var use = new SharedUse(random.Next(0, 5000), random.Next(1, 40), Price(random));
        var lines = SharedCost.OfUse("灯", use).Divide(ShareBasis.Area, weights);

        Assert.Equal(Money.Round(use.Product), Money.Sum(lines.Select(l => l.Amount)));
        Assert.All(lines, l => Assert.Equal(l.Amount, LineWorking.FromJson(l.Working.ToJson()).Recompute()));
        var equal = SharedCost.OfUse("灯", use).Divide(ShareBasis.Household, [.. weights.Select(_ => 1m)]);
        Assert.InRange(equal.Max(l => l.Amount.Fen) - equal.Min(l => l.Amount.Fen), 0, 1);
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Using_more_never_costs_less_and_reading_more_often_costs_the_same_by_yearly_tiers(int seed) => Repeat(seed, random =>
    {
        var table = Tiers(random);
        var (a, b) = (random.Next(0, 400), random.Next(0, 400));

        Assert.True(table.Total(a + b) >= table.Total(a));
        Assert.Equal(table.Total(a + b), table.Amount(0, a) + table.Amount(a, b));
        Assert.True(table.Raised(30).Total(a + b) <= table.Total(a + b), "A larger household never pays more for the same use.");
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_is_stored_gives_the_stored_amount_again(int seed) => Repeat(seed, random =>
    {
        foreach (var line in Lines(random))
        {
            var read = LineWorking.FromJson(line.Working.ToJson());
            Assert.Equal((line.Amount, line.Working.Unrounded), (read.Recompute(), read.Compute()));
            Assert.Equal(read.Rounded, line.Amount);
        }
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_late_fee_grows_with_time_and_never_above_its_cap(int seed) => Repeat(seed, random =>
    {
        var principal = new Money(random.Next(1, 200_000));
        var due = Day(random);
        var terms = new LateFeeTerms(0.0005m, random.Next(0, 10), random.Next(2) == 0 ? null : 0.3m);
        PrincipalReduction[] paid = [new(due.AddDays(random.Next(-5, 90)), new Money(random.Next(0, (int)principal.Fen)))];
        var last = Money.Zero;
        for (var day = due; day < due.AddDays(120); day = day.AddDays(random.Next(1, 9)))
        {
            var fee = LateFee.Of(terms, principal, due, paid, [], day).Amount;
            Assert.True(fee >= last, $"{day}: {fee} after {last}");
            Assert.True(terms.CapShare is null || fee <= Money.Round(principal.Yuan * terms.CapShare.Value));
            last = fee;
        }
    });

    private static Money Stay(DateOnly from, DateOnly to, IReadOnlyList<Dated<decimal>> prices, IReadOnlyList<Dated<decimal>> areas)
    {
        var sum = Money.Zero;
        for (var month = BillingMonth.Of(from); month <= BillingMonth.Of(to); month = month.Next)
        {
            sum += Proration.Area(month, MonthCut.Of(month, from, to, prices, areas).Segments).Amount;
        }

        return sum;
    }

    private static IEnumerable<CalculatedLine> Lines(Random random)
    {
        var month = Month(random);
        var segments = MonthCut.Of(month, month.FirstDay.AddDays(random.Next(0, 20)), null, Facts(random, 4m), Facts(random, 200m)).Segments;
        var area = Proration.Area(month, segments);
        yield return area;
        yield return CalculatedLine.Of(new MonthsWorking([area.Working, Proration.Fixed(month, segments).Working]));
        yield return CalculatedLine.Of(new PeriodWorking([(FixedWorking)Proration.Fixed(month, segments).Working], 12));
        yield return OwnershipSplit.Divide(area, [random.Next(1, 10), random.Next(1, 10)])[1];
        var usage = Usage(random, month);
        var metered = MeteredCharge.Flat(usage, Facts(random, 9m), "元/m³")!;
        yield return metered;
        yield return CalculatedLine.Of(new MinimumWorking(metered.Working, Price(random)));
        yield return MeteredCharge.MonthlyTiers(usage, [new(DateOnly.MinValue, Tiers(random))], "元/度")!;
        yield return MeteredCharge.YearlyTiers(usage, [new(DateOnly.MinValue, Tiers(random))], random.Next(0, 300), "元/m³")!;
        yield return CalculatedLine.Of(new FormulaWorking(month, "max(建筑面积 × 0.35, 20) + 人数 ÷ 3", month.FirstDay, [new("建筑面积", Price(random) * 20, "㎡"), new("人数", random.Next(0, 9), "人")]));
        yield return CalculatedLine.Of(new CardWorking("B1-1", new Money(random.Next(1, 90_000)), CardMonths.BeginningIn(month, Day(random), null)));
    }

    private static MeterUsage Usage(Random random, BillingMonth month)
    {
        var before = random.Next(0, 90_000);
        var parts = new MeterPart("W1", month.FirstDay.AddDays(-random.Next(1, 50)), before, month.LastDay, before + random.Next(0, 900), 5, Multiplier: random.Next(1, 30));
        return new MeterUsage([parts], random.Next(3) == 0 ? 0.03m : 0);
    }

    private static TierTable Tiers(Random random)
    {
        var (first, second) = (random.Next(1, 200), random.Next(1, 200));
        var price = Price(random);
        return TierTable.Of([new(0, first, price), new(first, first + second, price + Price(random)), new(first + second, null, price * 3 + Price(random) + 9)]);
    }

    // A first fact from long ago, and up to three changes.
    private static IReadOnlyList<Dated<decimal>> Facts(Random random, decimal most) =>
    [
        new(new DateOnly(2020, 1, 1), Cents(random, most) + 0.01m),
        .. Enumerable.Range(0, random.Next(0, 4)).Select(_ => Day(random)).Distinct().Select(day => new Dated<decimal>(day, Cents(random, most) + 0.01m)),
    ];

    private static decimal Price(Random random) => (random.Next(0, 90_000) + 1) / 10_000m;

    private static decimal Cents(Random random, decimal most) => random.Next(0, (int)(most * 100)) / 100m;

    private static BillingMonth Month(Random random) => new(random.Next(2023, 2026), random.Next(1, 13));

    private static DateOnly Day(Random random) => new DateOnly(2023, 1, 1).AddDays(random.Next(0, 1000));

    private static void Repeat(int seed, Action<Random> check)
    {
        var random = new Random(seed);
        for (var i = 0; i < 25; i++)
        {
            check(random);
        }
    }
}

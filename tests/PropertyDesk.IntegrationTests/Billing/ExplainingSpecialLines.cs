using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Metering;
using static PropertyDesk.IntegrationTests.Billing.SpokenWorking;

namespace PropertyDesk.IntegrationTests.Billing;

public sealed class ExplainingSpecialLines
{
    private static readonly DateOnly Since = new(2023, 1, 1);
    private static readonly BillingMonth May = new(2025, 5);
    private static readonly MeterPart Water = new("W1", new(2024, 12, 20), 0, new(2025, 1, 20), 62, 5);
    private static readonly CalculatedLine Monthly = Proration.Fixed(new(2025, 3), [new(new(2025, 3, 1), new(2025, 3, 31), 1, 268.29m)]);

    /// <summary>A line of every kind that has a part, a share or a correction in it; names in Latin letters.</summary>
    private static readonly CalculatedLine[] Lines =
    [
        Proration.Once(2, 15.50m, "张"),
        VacancyWaiver.Of((ProratedWorking)Proration.Area(May, [new(May.FirstDay, May.LastDay, 128.60m, 2.50m)]).Working, 0.7m, new(2025, 5, 11), null),
        OwnershipSplit.Divide(Monthly, [10, 21])[0],
        MeteredCharge.Flat(new([Water]), [new(Since, 4), new(new(2025, 1, 1), 5)], "元/吨")!,
        MeteredCharge.YearlyTiers(new([Water]), [new(Since, TierTable.Parse("0-180:5;180-260:7;260-:9"))], 170, "元/m³")!,
        MeteredCharge.MonthlyTiers(new([Water with { CurrentOn = new(2025, 2, 20), Current = 455 }]), [new(Since, TierTable.Parse("0-200:0.52;200-400:0.57;400-:0.82"))], "元/度")!,
        .. new[] { ShareBasis.Household, ShareBasis.FloorCoefficient, ShareBasis.MeterShare }
            .Select(basis => new SharedCost("Lift", new(10_000)).Divide(basis, [1, 1, 1])[0]),
        SharedCost.OfUse("Lamps", new(575, 1, 0.5283m)).Divide(ShareBasis.Area, [1, 1, 2])[2],
        CalculatedLine.Of(new ReversalWorking(Monthly.Working, "202503-00042")),
        YearDiscount.Of([new(25_040), new(25_040)], 0.05m)[1],
        LateFee.Of(new(0.0005m), new(100_000), new(2025, 1, 31), [new(new(2025, 2, 20), new(40_000))], [], new(2025, 3, 31)),
        CalculatedLine.Of(new OffsetWorking(new(-1_250), "Water", "Property fee")),
        CalculatedLine.Of(new PayersWorking(Monthly.Working, [15.5m, 15.5m], 1, [new(new(2025, 3, 1), new(2025, 3, 31), 0.5m)])),
        CalculatedLine.Of(new MonthsWorking([Monthly.Working])),
        CalculatedLine.Of(new PeriodWorking([new FixedWorking(May, [new(May.FirstDay, new(2025, 5, 10), 1, 100, Since)])], 3)),
        CalculatedLine.Of(new PeriodWorking([new FixedWorking(May, [new(May.FirstDay, May.LastDay, 1, 100, Since)])], 12)),
        CalculatedLine.Of(new CardWorking("B1-0001", new(30_000), CardMonths.BeginningIn(May, new(2025, 1, 31), null))),
        CalculatedLine.Of(new MinimumWorking(MeteredCharge.Flat(new([Water]), [new(Since, 0.1m)], "元/吨")!.Working, 30)),
        CalculatedLine.Of(new FormulaWorking(May, "area × 0.35", Since, [new("area", 89.43m, "㎡"), new("people", 3, "人"), new("coefficient", 1.2m, "")])),
        CalculatedLine.Of((TieredWorking)MeteredCharge.YearlyTiers(new([Water]), [new(Since, TierTable.Parse("0-180:5;180-260:7;260-:9").Raised(60))], 170, "元/m³")!.Working with { People = new(6, 4, 30) }),
        SharedCost.OfUse("Lamps", new(575, 1, 0.6m, Prices: [new(May.FirstDay, new(2025, 5, 10), 0.5m, Since), new(new(2025, 5, 11), May.LastDay, 0.6m, new(2025, 5, 11))])).Divide(ShareBasis.Area, [1, 2])[1],
        Proration.Area(May, [new(May.FirstDay, May.LastDay, 80, 2, Since, FixedPart: 12)], AreaBasis.Inner),
        CalculatedLine.Of(new OnceWorking(1, 30, "张", May.FirstDay, "Door card")),
        CalculatedLine.Of(new WaiverWorking(new(25_040), 0.3m, null)),
        CalculatedLine.Of(new WaiverWorking(new(25_040), null, new(5_000))),
        CalculatedLine.Of(new RedEntryWorking(new(25_040), Money.Zero)),
        CalculatedLine.Of(new RedEntryWorking(new(25_040), new(5_000))),
        CalculatedLine.Of(new ServiceWorking("GD-000007", [new ServicePart("Pipe", 2.5m, new(1_233)), new ServicePart("Labour", 1, new(5_000))])),
    ];

    [Fact]
    public void Every_line_ends_with_its_amount_in_both_languages()
    {
        Assert.All(Lines, line => Assert.EndsWith("= " + line.Amount, In("zh-CN", line)[^1], StringComparison.Ordinal));
        Assert.All(Lines, line => Assert.EndsWith("= " + line.Amount, In("en", line)[^1], StringComparison.Ordinal));
    }

    [Fact]
    public void No_chinese_is_left_in_the_english_words() =>
        Assert.All(Lines.SelectMany(line => In("en", line)), step => Assert.DoesNotContain(step, c => c is >= '\u3000' and <= '\u9fff' or >= '\uff00' and <= '\uffef'));

    [Fact]
    public void There_are_words_for_every_kind_of_working()
    {
        var others = new[] { typeof(AreaWorking), typeof(ParkingWorking), typeof(FixedWorking) };
        var all = typeof(LineWorking).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(LineWorking)) && !type.IsAbstract);

        Assert.Empty(all.Except(Lines.Select(line => line.Working.GetType())).Except(others));
    }

    [Fact]
    public void A_vacant_unit() => Says(
        Lines[1],
        ["空置期间按 70% 收取，减免其余 30%。", "本期应收 ¥321.50 × 30% × 21 天 ÷ 31 天（2025-05-11 至 2025-05-31）= 65.3370…", "四舍五入到分，从应收中减去，本行 = -¥65.34"],
        ["While vacant, 70% is charged and the other 30% waived.", "Charge ¥321.50 × 30% × 21 days ÷ 31 days (2025-05-11 to 2025-05-31) = 65.3370…", "Rounded to the fen and taken off the charge, this line = -¥65.34"]);

    [Fact]
    public void A_seller_s_part_of_the_month() => Says(
        Lines[2],
        [
            "每月 268.29 元（2025-03 整月）= 268.29",
            "金额 = ¥268.29",
            "当月房屋过户，按天数由前后业主分担：¥268.29 × 10 天 ÷ 31 天 = 86.5451…",
            "各份取到分，差的分补给余数最大的一份，各份相加等于全月；本份 = ¥86.55",
        ],
        [
            "268.29 yuan a month (all of 2025-03) = 268.29",
            "Amount = ¥268.29",
            "The home changed hands in the month, so its owners share by days: ¥268.29 × 10 days ÷ 31 days = 86.5451…",
            "Every share is cut to the fen and the missing fen go to the largest remainders, so that the shares are the whole month; this share = ¥86.55",
        ]);

    [Fact]
    public void Water_over_new_year() => Says(
        Lines[4],
        [
            "表 W1：上期读数 0（2024-12-20），本期读数 62（2025-01-20）",
            "62 − 0 = 62 m³",
            "阶梯价自 2023-01-01 起执行",
            "2024-12-21 至 2024-12-31：按天数分得用量 62 × 11 天 ÷ 31 天 = 22 m³",
            "2024 年在此之前已用 170 m³，阶梯从那里接着算。",
            "第 1 档（0 至 180 m³）：10 m³ × 5.00 元/m³ = 50.00",
            "第 2 档（180 至 260 m³）：12 m³ × 7.00 元/m³ = 84.00",
            "阶梯价自 2023-01-01 起执行",
            "2025-01-01 至 2025-01-20：按天数分得用量 62 × 20 天 ÷ 31 天 = 40 m³",
            "2025 年在此之前已用 0 m³，阶梯从那里接着算。",
            "第 1 档（0 至 180 m³）：40 m³ × 5.00 元/m³ = 200.00",
            "合计 = ¥334.00",
        ],
        [
            "Meter W1: reading before 0 (2024-12-20), reading now 62 (2025-01-20)",
            "62 − 0 = 62 m³",
            "Tiered price, valid from 2023-01-01",
            "2024-12-21 to 2024-12-31: its share of the use by days 62 × 11 days ÷ 31 days = 22 m³",
            "170 m³ were used earlier in 2024; the tiers go on from there.",
            "Tier 1 (0 to 180 m³): 10 m³ × 5.00 yuan/m³ = 50.00",
            "Tier 2 (180 to 260 m³): 12 m³ × 7.00 yuan/m³ = 84.00",
            "Tiered price, valid from 2023-01-01",
            "2025-01-01 to 2025-01-20: its share of the use by days 62 × 20 days ÷ 31 days = 40 m³",
            "0 m³ were used earlier in 2025; the tiers go on from there.",
            "Tier 1 (0 to 180 m³): 40 m³ × 5.00 yuan/m³ = 200.00",
            "Total = ¥334.00",
        ]);

    [Fact]
    public void Electricity_over_two_months() => Says(
        Lines[5],
        [
            "表 W1：上期读数 0（2024-12-20），本期读数 455（2025-02-20）",
            "455 − 0 = 455 度",
            "两次抄表相隔 2 个月，各档上限乘以 2。",
            "阶梯价自 2023-01-01 起执行",
            "第 1 档（0 至 400 度）：400 度 × 0.52 元/度 = 208.00",
            "第 2 档（400 至 800 度）：55 度 × 0.57 元/度 = 31.35",
            "合计 = ¥239.35",
        ],
        [
            "Meter W1: reading before 0 (2024-12-20), reading now 455 (2025-02-20)",
            "455 − 0 = 455 kWh",
            "The readings lie 2 months apart, so each limit is multiplied by 2.",
            "Tiered price, valid from 2023-01-01",
            "Tier 1 (0 to 400 kWh): 400 kWh × 0.52 yuan/kWh = 208.00",
            "Tier 2 (400 to 800 kWh): 55 kWh × 0.57 yuan/kWh = 31.35",
            "Total = ¥239.35",
        ]);

    [Fact]
    public void A_line_taken_back() => Says(
        Lines[10],
        ["更正：冲回账单 202503-00042 中的一行，该行原来的算法是：", "每月 268.29 元（2025-03 整月）= 268.29", "金额 = ¥268.29", "冲回，本行 = -¥268.29"],
        ["Correction: takes back a line of bill 202503-00042, which was computed like this:", "268.29 yuan a month (all of 2025-03) = 268.29", "Amount = ¥268.29", "Taken back, this line = -¥268.29"]);
}

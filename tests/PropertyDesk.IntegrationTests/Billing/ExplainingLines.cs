using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Metering;
using static PropertyDesk.IntegrationTests.Billing.SpokenWorking;

namespace PropertyDesk.IntegrationTests.Billing;

public sealed class ExplainingLines
{
    private static readonly DateOnly Since = new(2023, 1, 1);
    private static readonly BillingMonth May = new(2025, 5);
    private static readonly MeterPart Water = new("W000001", new(2025, 4, 20), 5261.06m, new(2025, 5, 20), 5267.39m, 5);
    private static readonly Dated<TierTable> Tiers = new(Since, TierTable.Parse("0-180:5;180-260:7;260-:9"));

    [Fact]
    public void An_area_charge_with_a_price_change() => Says(
        Proration.Area(May, MonthCut.Of(May, Since, null, [new(Since, 2.80m), new(new(2025, 5, 16), 2.95m)], [new(Since, 89.43m)]).Segments),
        [
            "单价 2.80 元/㎡·月，自 2023-01-01 起执行",
            "单价 2.95 元/㎡·月，自 2025-05-16 起执行",
            "建筑面积 89.43 ㎡ × 2.80 元/㎡·月 × 15 天 ÷ 31 天（2025-05-01 至 2025-05-15）= 121.1632…",
            "建筑面积 89.43 ㎡ × 2.95 元/㎡·月 × 16 天 ÷ 31 天（2025-05-16 至 2025-05-31）= 136.1643…",
            "合计 257.3276…，四舍五入到分 = ¥257.33",
        ],
        [
            "Price 2.80 yuan/m²·month, valid from 2023-01-01",
            "Price 2.95 yuan/m²·month, valid from 2025-05-16",
            "Floor area 89.43 m² × 2.80 yuan/m²·month × 15 days ÷ 31 days (2025-05-01 to 2025-05-15) = 121.1632…",
            "Floor area 89.43 m² × 2.95 yuan/m²·month × 16 days ÷ 31 days (2025-05-16 to 2025-05-31) = 136.1643…",
            "Total 257.3276…, rounded to the fen = ¥257.33",
        ]);

    [Fact]
    public void A_whole_month() => Says(
        Proration.Area(May, [new(May.FirstDay, May.LastDay, 89.43m, 2.80m, Since)]),
        ["单价 2.80 元/㎡·月，自 2023-01-01 起执行", "建筑面积 89.43 ㎡ × 2.80 元/㎡·月（2025-05 整月）= 250.404", "250.404 四舍五入到分 = ¥250.40"],
        ["Price 2.80 yuan/m²·month, valid from 2023-01-01", "Floor area 89.43 m² × 2.80 yuan/m²·month (all of 2025-05) = 250.404", "250.404 rounded to the fen = ¥250.40"]);

    [Fact]
    public void A_parking_space_rented_inside_the_month() => Says(
        Proration.Parking(May, [new(new(2025, 5, 11), May.LastDay, 1, 300)], "B1-0001"),
        ["车位 B1-0001", "每月 300.00 元 × 21 天 ÷ 31 天（2025-05-11 至 2025-05-31）= 203.2258…", "2025-05 共 31 天，收费 21 天，首尾两天都计入。", "203.2258… 四舍五入到分 = ¥203.23"],
        ["Parking space B1-0001", "300.00 yuan a month × 21 days ÷ 31 days (2025-05-11 to 2025-05-31) = 203.2258…", "2025-05 has 31 days; 21 are charged, the first and the last included.", "203.2258… rounded to the fen = ¥203.23"]);

    [Fact]
    public void Water_by_yearly_tiers() => Says(
        MeteredCharge.YearlyTiers(new([Water]), [Tiers], usedThisYear: 178, "元/m³")!,
        [
            "表 W000001：上期读数 5261.06（2025-04-20），本期读数 5267.39（2025-05-20）",
            "5267.39 − 5261.06 = 6.33 m³",
            "阶梯价自 2023-01-01 起执行",
            "2025 年在此之前已用 178 m³，阶梯从那里接着算。",
            "第 1 档（0 至 180 m³）：2 m³ × 5.00 元/m³ = 10.00",
            "第 2 档（180 至 260 m³）：4.33 m³ × 7.00 元/m³ = 30.31",
            "合计 = ¥40.31",
        ],
        [
            "Meter W000001: reading before 5261.06 (2025-04-20), reading now 5267.39 (2025-05-20)",
            "5267.39 − 5261.06 = 6.33 m³",
            "Tiered price, valid from 2023-01-01",
            "178 m³ were used earlier in 2025; the tiers go on from there.",
            "Tier 1 (0 to 180 m³): 2 m³ × 5.00 yuan/m³ = 10.00",
            "Tier 2 (180 to 260 m³): 4.33 m³ × 7.00 yuan/m³ = 30.31",
            "Total = ¥40.31",
        ]);

    [Fact]
    public void A_meter_that_ran_over_was_changed_and_loses_some() => Says(
        MeteredCharge.Flat(
            new([Water with { Previous = 99_980, Current = 25, Rollover = true }, Water with { Meter = "W000999", Previous = 0, Current = 2, Multiplier = 10, Estimated = true }], LossRate: 0.04m),
            [new(Since, 4.10m)],
            "元/m³")!,
        [
            "表 W000001：上期读数 99980（2025-04-20），本期读数 25（2025-05-20）",
            "表的 5 位数字走满后从零开始：25 + 100000 − 99980 = 45 m³",
            "表 W000999：上期读数 0（2025-04-20），本期读数 2（2025-05-20）",
            "本期读数是估算的，下次实际抄表时多退少补。",
            "2 − 0 = 2 m³",
            "2 × 倍率 10 = 用量 20 m³",
            "换表前后用量合计 65 m³",
            "加损耗 4%：用量 65 × (1 + 4%) = 67.6 m³",
            "单价 4.10 元/m³，自 2023-01-01 起执行",
            "用量 67.6 m³ × 4.10 元/m³ = 277.16",
            "金额 = ¥277.16",
        ],
        [
            "Meter W000001: reading before 99980 (2025-04-20), reading now 25 (2025-05-20)",
            "The 5 digits of the meter ran out and began again at zero: 25 + 100000 − 99980 = 45 m³",
            "Meter W000999: reading before 0 (2025-04-20), reading now 2 (2025-05-20)",
            "The reading was estimated; the next actual reading makes up for any difference.",
            "2 − 0 = 2 m³",
            "2 × multiplier 10 = use 20 m³",
            "Use of the old and the new meter together 65 m³",
            "Plus 4% loss: use 65 × (1 + 4%) = 67.6 m³",
            "Price 4.10 yuan/m³, valid from 2023-01-01",
            "Use 67.6 m³ × 4.10 yuan/m³ = 277.16",
            "Amount = ¥277.16",
        ]);

    [Fact]
    public void A_lift_shared_by_area() => Says(
        SharedCost.OfMeter("电梯及楼道照明", 1201, 1778, 10, 0.5283m).Divide(ShareBasis.Area, [75.5m, 75.5m, 90.2m])[0],
        [
            "电梯及楼道照明：本期读数 1778 − 上期读数 1201 = 577",
            "总额：577 × 倍率 10 × 0.5283 元 = 3048.291，四舍五入到分 = ¥3,048.29",
            "按建筑面积分摊：3 户共 241.2 ㎡，本户 75.5 ㎡",
            "¥3,048.29 × 75.5 ÷ 241.2 = 954.1703…",
            "各户先舍到分，差的分补给余数最大的户，使各户相加等于总额；本户不补，分摊 = ¥954.17",
        ],
        [
            "电梯及楼道照明: reading now 1778 − reading before 1201 = 577",
            "Total: 577 × multiplier 10 × 0.5283 yuan = 3048.291, rounded to the fen = ¥3,048.29",
            "Shared by floor area: 3 homes with 241.2 m² together, this home 75.5 m²",
            "¥3,048.29 × 75.5 ÷ 241.2 = 954.1703…",
            "Every share is first cut to the fen; the missing fen go to the largest remainders, so that the shares are the total. This home gets none, share = ¥954.17",
        ]);

    [Fact]
    public void A_late_fee_that_meets_its_cap() => Says(
        LateFee.Of(new(0.003m, GraceDays: 5, CapShare: 0.3m), new(30_000), new(2025, 1, 31), [], [], new(2026, 3, 12)),
        [
            "应付日期 2025-01-31，宽限 5 天，之后起算到 2026-03-12，只按未付本金计算，每天 0.3%。",
            "2025-02-06 至 2026-03-12：未付本金 ¥300.00 × 0.3% × 400 天 = 360.00",
            "合计 360.00，超过上限：本金 ¥300.00 × 30% = 90.00，按上限收。",
            "金额 = ¥90.00",
        ],
        [
            "Due on 2025-01-31, with 5 days of grace; counted after them to 2026-03-12, on unpaid principal only, 0.3% a day.",
            "2025-02-06 to 2026-03-12: unpaid principal ¥300.00 × 0.3% × 400 days = 360.00",
            "Total 360.00 is above the cap: principal ¥300.00 × 30% = 90.00; the cap is charged.",
            "Amount = ¥90.00",
        ]);
}

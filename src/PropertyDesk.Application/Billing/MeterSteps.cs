using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Metering;
using static PropertyDesk.Application.Billing.WorkingFigures;

namespace PropertyDesk.Application.Billing;

/// <summary>The words for metered use: readings, use, prices or tiers, amount.</summary>
internal static class MeterSteps
{
    public static IEnumerable<string> Of(MeteredWorking working)
    {
        var (total, unit, counted) = (working.Usage.Total, Unit(working.Unit), Counted(working.Unit));
        foreach (var step in Use(working.Usage, counted))
        {
            yield return step;
        }

        foreach (var period in working.Periods)
        {
            yield return Texts.Of("单价 {0} {1}，自 {2} 起执行", Price(period.Price), unit, Day(period.PriceSince));
            yield return working.Periods.Count == 1
                ? Texts.Of("用量 {0} {1} × {2} {3} = {4}", Quantity(total), counted, Price(period.Price), unit, Exact(working.Unrounded))
                : Texts.Of(
                    "用量 {0} {1} × {2} {3} × {4} 天 ÷ {5} 天（{6} 至 {7}）= {8}",
                    Quantity(total), counted, Price(period.Price), unit, period.Days, working.Days, Day(period.From), Day(period.To),
                    Exact(total * period.Price * period.Days / working.Days));
        }

        yield return WorkingText.Result(working, working.Periods.Count);
    }

    public static IEnumerable<string> Of(TieredWorking working)
    {
        foreach (var step in Use(working.Usage, Counted(working.Unit)))
        {
            yield return step;
        }

        if (working.People is { } people)
        {
            yield return Texts.Of(
                "家庭 {0} 人，超过 {1} 人的每人各档上限加 {2}，共加 {3}。",
                people.People, people.Included, Quantity(people.Extra), Quantity((people.People - people.Included) * people.Extra));
        }

        if (working.Months > 1)
        {
            yield return Texts.Of("两次抄表相隔 {0} 个月，各档上限乘以 {0}。", working.Months);
        }

        foreach (var step in working.Periods.SelectMany(period => Period(working, period)))
        {
            yield return step;
        }

        yield return WorkingText.Result(working, working.Periods.Sum(period => working.Shares(period).Count));
    }

    /// <summary>From the readings to the use.</summary>
    private static IEnumerable<string> Use(MeterUsage usage, string unit)
    {
        foreach (var step in usage.Parts.SelectMany(part => Part(part, unit)))
        {
            yield return step;
        }

        var metered = usage.Parts.Sum(part => part.Use);
        if (usage.Parts.Count > 1)
        {
            yield return usage.Parts.DistinctBy(part => part.Meter).Count() > 1
                ? Texts.Of("换表前后用量合计 {0} {1}", Quantity(metered), unit)
                : Texts.Of("各次抄表用量合计 {0} {1}", Quantity(metered), unit);
        }

        if (usage.LossRate != 0)
        {
            yield return Texts.Of("加损耗 {0}：用量 {1} × (1 + {0}) = {2} {3}", Percent(usage.LossRate), Quantity(metered), Quantity(usage.Total), unit);
        }
    }

    private static IEnumerable<string> Part(MeterPart part, string unit)
    {
        var difference = part.Use / part.Multiplier;
        if (part.Corrects)
        {
            yield return Texts.Of(
                "更正 {0} 已出账的读数：原为 {1}，应为 {2}；{2} − {1} = {3} {4}，连同倍率计入本期用量。",
                Day(part.PreviousOn), Quantity(part.Previous), Quantity(part.Current), Quantity(difference), unit);
            if (part.Multiplier != 1)
            {
                yield return Texts.Of("{0} × 倍率 {1} = 用量 {2} {3}", Quantity(difference), Quantity(part.Multiplier), Quantity(part.Use), unit);
            }

            yield break;
        }

        yield return Texts.Of(
            "表 {0}：上期读数 {1}（{2}），本期读数 {3}（{4}）",
            part.Meter, Quantity(part.Previous), Day(part.PreviousOn), Quantity(part.Current), Day(part.CurrentOn));
        if (part.AfterEstimate)
        {
            yield return Texts.Of("上期读数是估算的，本期按实际读数多退少补；估多了的，用量为负数。");
        }

        if (part.Estimated)
        {
            yield return Texts.Of("本期读数是估算的，下次实际抄表时多退少补。");
        }

        yield return part.Rollover
            ? Texts.Of(
                "表的 {0} 位数字走满后从零开始：{1} + {2} − {3} = {4} {5}",
                part.Digits, Quantity(part.Current), Quantity(difference - part.Current + part.Previous), Quantity(part.Previous), Quantity(difference), unit)
            : Texts.Of("{0} − {1} = {2} {3}", Quantity(part.Current), Quantity(part.Previous), Quantity(difference), unit);
        if (part.Multiplier != 1)
        {
            yield return Texts.Of("{0} × 倍率 {1} = 用量 {2} {3}", Quantity(difference), Quantity(part.Multiplier), Quantity(part.Use), unit);
        }
    }

    private static IEnumerable<string> Period(TieredWorking working, TierPeriod period)
    {
        var counted = Counted(working.Unit);
        yield return Texts.Of("阶梯价自 {0} 起执行", Day(period.PriceSince));
        if (working.Periods.Count > 1)
        {
            yield return Texts.Of(
                "{0} 至 {1}：按天数分得用量 {2} × {3} 天 ÷ {4} 天 = {5} {6}",
                Day(period.From), Day(period.To), Quantity(working.Usage.Total), period.Days, working.Days,
                Quantity(working.Usage.Total * period.Days / working.Days), counted);
        }

        if (working.Months is null)
        {
            yield return Texts.Of("{0} 年在此之前已用 {1} {2}，阶梯从那里接着算。", period.To.Year, Quantity(working.UsedBefore(period)), counted);
        }

        foreach (var share in working.Shares(period))
        {
            yield return Share(share, Unit(working.Unit), counted);
        }
    }

    private static string Share(TierShare share, string unit, string counted)
    {
        var tier = share.Tier.UpTo is { } upTo
            ? Texts.Of("第 {0} 档（{1} 至 {2} {3}）", share.Number, Quantity(share.Tier.Above), Quantity(upTo), counted)
            : Texts.Of("第 {0} 档（{1} {2} 以上）", share.Number, Quantity(share.Tier.Above), counted);
        return Texts.Of("{0}：{1} {2} × {3} {4} = {5}", tier, Quantity(share.Quantity), counted, Price(share.Tier.Price), unit, Exact(share.Subtotal));
    }
}

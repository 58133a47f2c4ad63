using PropertyDesk.Domain.Charges;
using static PropertyDesk.Application.Billing.WorkingFigures;

namespace PropertyDesk.Application.Billing;

/// <summary>The words for lines that cover more than the month billed: several months, a quarter, a year, card months.</summary>
internal static class PeriodSteps
{
    public static IEnumerable<string> Of(LineWorking working) => working switch
    {
        MonthsWorking months => Months(months),
        PeriodWorking period => Period(period),
        CardWorking card => Cards(card),
        _ => throw new ArgumentOutOfRangeException(nameof(working), working.GetType().Name, "No words for this kind of working."),
    };

    private static IEnumerable<string> Months(MonthsWorking months)
    {
        var each = months.Months.Cast<ProratedWorking>().ToList();
        yield return Texts.Of("一起出账的月份：{0} 至 {1}，每月单独四舍五入到分。", each[0].Month, each[^1].Month);
        foreach (var month in each)
        {
            yield return Texts.Of("{0}：{1} = {2}", month.Month, WorkingBrief.Of(month), month.Recompute());
        }

        yield return Texts.Of("合计 = {0}", months.Rounded);
    }

    private static IEnumerable<string> Period(PeriodWorking period)
    {
        var months = period.MonthsInPeriod;
        foreach (var price in period.Months.SelectMany(m => m.Segments).Where(s => s.PriceSince is not null).DistinctBy(s => (s.Price, s.PriceSince)))
        {
            yield return months == 3
                ? Texts.Of("单价每季 {0} 元，自 {1} 起执行", Price(price.Price), Day(price.PriceSince!.Value))
                : Texts.Of("单价每年 {0} 元，自 {1} 起执行", Price(price.Price), Day(price.PriceSince!.Value));
        }

        foreach (var month in period.Months)
        {
            foreach (var segment in month.Segments)
            {
                yield return segment.Days == month.DaysInMonth
                    ? Texts.Of("{0}：{1} 元 ÷ {2} 个月（整月）= {3}", month.Month, Price(segment.Monthly), months, Exact(segment.Monthly / months))
                    : Texts.Of(
                        "{0}：{1} 元 ÷ {2} 个月 × {3} 天 ÷ {4} 天（{5} 至 {6}）= {7}",
                        month.Month, Price(segment.Monthly), months, segment.Days, month.DaysInMonth, Day(segment.From), Day(segment.To),
                        Exact(segment.Monthly * segment.Days / month.DaysInMonth / months));
            }
        }

        yield return WorkingText.Result(period, period.Months.Sum(m => m.Segments.Count));
    }

    private static IEnumerable<string> Cards(CardWorking card)
    {
        yield return Texts.Of("车位 {0}", card.Space) + Texts.Of("，") + Texts.Of("月卡每期 {0}", card.Fee);
        foreach (var month in card.Cards)
        {
            yield return Texts.Of("月卡 {0} 至 {1}", Day(month.From), Day(month.To));
        }

        yield return Texts.Of("{0} × {1} 期 = {2}", card.Fee, card.Cards.Count, card.Rounded);
    }
}

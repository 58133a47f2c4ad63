using PropertyDesk.Domain.Charges;
using static PropertyDesk.Application.Billing.WorkingFigures;

namespace PropertyDesk.Application.Billing;

/// <summary>The words for a late fee: due date, each interval, cap, amount.</summary>
internal static class LateFeeSteps
{
    public static IEnumerable<string> Of(LateFeeWorking working)
    {
        var terms = working.Terms;
        if (working.BillNumber is { } number)
        {
            yield return Texts.Of("账单 {0} 逾期的违约金：", number);
        }

        yield return terms.GraceDays == 0
            ? Texts.Of("应付日期 {0}，从次日起算到 {1}，只按未付本金计算，每天 {2}。", Day(working.DueOn), Day(working.Until), Percent(terms.DailyRate))
            : Texts.Of(
                "应付日期 {0}，宽限 {1} 天，之后起算到 {2}，只按未付本金计算，每天 {3}。",
                Day(working.DueOn), terms.GraceDays, Day(working.Until), Percent(terms.DailyRate));
        foreach (var interval in working.Intervals)
        {
            yield return Texts.Of(
                "{0} 至 {1}：未付本金 {2} × {3} × {4} 天 = {5}",
                Day(interval.From), Day(interval.To), interval.Outstanding, Percent(terms.DailyRate), interval.Days,
                Exact(interval.Outstanding.Yuan * terms.DailyRate * interval.Days));
        }

        if (working.Cap is { } cap && working.Uncapped > cap)
        {
            yield return Texts.Of("合计 {0}，超过上限：本金 {1} × {2} = {3}，按上限收。", Exact(working.Uncapped), working.Principal, Percent(terms.CapShare!.Value), Exact(cap));
        }

        if (working.Booked.IsZero)
        {
            yield return WorkingText.Result(working, working.Cap < working.Uncapped ? 1 : working.Intervals.Count);
        }
        else
        {
            yield return Texts.Of("四舍五入到分 {0}，减去此前已开具的 {1} = {2}", working.Whole, working.Booked, working.Rounded);
        }
    }
}

using PropertyDesk.Domain.Charges;
using static PropertyDesk.Application.Billing.WorkingFigures;

namespace PropertyDesk.Application.Billing;

/// <summary>The words for one payer's part of a charge that several pay: the whole charge first, then days and share.</summary>
internal static class PayerSteps
{
    private const int Decimals = 4;

    public static IEnumerable<string> Of(PayersWorking working)
    {
        foreach (var step in WorkingText.Steps(working.Whole))
        {
            yield return step;
        }

        yield return Texts.Of("这一项由 {0} 位缴费人按天数和份额分担；份额之和为 1。", working.Weights.Count);
        foreach (var days in working.Own)
        {
            yield return days.Share == 1
                ? Texts.Of("本人负担 {0} 至 {1}，{2} 天。", Day(days.From), Day(days.To), days.Days)
                : Texts.Of("本人负担 {0} 至 {1}，{2} 天 × 份额 {3}。", Day(days.From), Day(days.To), days.Days, Percent(days.Share));
        }

        yield return Texts.Of(
            "{0} × {1} ÷ {2} = {3}",
            working.Whole.Rounded, Weight(working.Weights[working.Position]), Weight(working.Weights.Sum()), Exact(working.Unrounded));
        yield return Texts.Of("各份取到分，差的分补给余数最大的一份，各份相加等于总额；本份 = {0}", working.Rounded);
    }

    /// <summary>In one line, for the table of a printed bill.</summary>
    public static string Brief(PayersWorking working) =>
        Texts.Of("全部 {0} 按天数和份额分担 {1}/{2}", working.Whole.Rounded, Weight(working.Weights[working.Position]), Weight(working.Weights.Sum()));

    // Thirds of a day do not come out even; the last digit would only look like an error.
    private static string Weight(decimal weight) => Quantity(decimal.Round(weight, Decimals));
}

using PropertyDesk.Domain.Charges;
using static PropertyDesk.Application.Billing.WorkingFigures;

namespace PropertyDesk.Application.Billing;

/// <summary>The words for what comes off a line.</summary>
internal static class CreditSteps
{
    public static IEnumerable<string> Of(LineWorking working) => working switch
    {
        OffsetWorking offset =>
            [Texts.Of("{0}本期应退，用来抵扣{1}，本行 = {2}", offset.FromItem, offset.OnItem, offset.Amount)],
        WaiverWorking { Agreed: { } agreed } waiver =>
            [Texts.Of("减免前待收 {0}，经批准减免 {1}，本行 = {2}", waiver.Open, agreed, waiver.Rounded)],
        WaiverWorking waiver =>
        [
            Texts.Of("减免前待收 {0}，经批准减免 {1}：{0} × {1} = {2}", waiver.Open, Percent(waiver.Share!.Value), Exact(-waiver.Unrounded)),
            Texts.Of("四舍五入到分，从应收中减去，本行 = {0}", waiver.Rounded),
        ],
        RedEntryWorking red when red.Credited.IsZero =>
            [Texts.Of("红冲：这一行有误，全额 {0} 冲回，本行 = {1}", red.Amount, red.Rounded)],
        RedEntryWorking red =>
            [Texts.Of("红冲：这一行有误，金额 {0} 减去此前已减的 {1}，冲回其余，本行 = {2}", red.Amount, red.Credited, red.Rounded)],
        _ => throw new ArgumentOutOfRangeException(nameof(working), working.GetType().Name, "No words for this kind of working."),
    };
}

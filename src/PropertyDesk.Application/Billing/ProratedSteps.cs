using PropertyDesk.Domain.Charges;
using static PropertyDesk.Application.Billing.WorkingFigures;

namespace PropertyDesk.Application.Billing;

/// <summary>The words for charges by the day: first the prices with their dates, then each stretch of days, then the amount.</summary>
internal static class ProratedSteps
{
    public static IEnumerable<string> Of(ProratedWorking working)
    {
        if (working is ParkingWorking parking)
        {
            yield return Texts.Of("车位 {0}", parking.Space);
        }

        foreach (var version in working.Segments.Where(s => s.PriceSince is not null).DistinctBy(s => (s.Price, s.PriceSince)))
        {
            yield return Texts.Of("单价 {0} {1}，自 {2} 起执行", Price(version.Price), PriceUnit(working), Day(version.PriceSince!.Value));
        }

        foreach (var segment in working.Segments)
        {
            yield return Stretch(working, segment);
        }

        if (working.Days < working.DaysInMonth)
        {
            yield return Texts.Of("{0} 共 {1} 天，收费 {2} 天，首尾两天都计入。", working.Month, working.DaysInMonth, working.Days);
        }

        yield return WorkingText.Result(working, working.Segments.Count);
    }

    private static string Stretch(ProratedWorking working, ChargeSegment segment)
    {
        var product = Product(working, segment);
        return segment.Days == working.DaysInMonth
            ? Texts.Of("{0}（{1} 整月）= {2}", product, working.Month, Exact(segment.Monthly))
            : Texts.Of(
                "{0} × {1} 天 ÷ {2} 天（{3} 至 {4}）= {5}",
                product,
                segment.Days,
                working.DaysInMonth,
                Day(segment.From),
                Day(segment.To),
                Exact(segment.Monthly * segment.Days / working.DaysInMonth));
    }

    private static string Product(ProratedWorking working, ChargeSegment segment) => segment.FixedPart == 0
        ? Multiplied(working, segment)
        : Texts.Of("（{0} + 固定部分 {1} 元）", Multiplied(working, segment), Price(segment.FixedPart));

    private static string Multiplied(ProratedWorking working, ChargeSegment segment) => (working, segment.Quantity) switch
    {
        (AreaWorking { Basis: AreaBasis.Inner }, _) => Texts.Of("套内面积 {0} ㎡ × {1} {2}", Price(segment.Quantity), Price(segment.Price), PriceUnit(working)),
        (AreaWorking, _) => Texts.Of("建筑面积 {0} ㎡ × {1} {2}", Price(segment.Quantity), Price(segment.Price), PriceUnit(working)),
        (_, 1) => Texts.Of("每月 {0} 元", Price(segment.Price)),
        _ => Texts.Of("{0} × 每月 {1} 元", Quantity(segment.Quantity), Price(segment.Price)),
    };

    private static string PriceUnit(ProratedWorking working) => Unit(working is AreaWorking ? "元/㎡·月" : "元/月");
}

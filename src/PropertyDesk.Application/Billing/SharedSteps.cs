using PropertyDesk.Domain.Charges;
using static PropertyDesk.Application.Billing.WorkingFigures;

namespace PropertyDesk.Application.Billing;

/// <summary>The words for a shared cost: the total and where it comes from, the basis, the payer's own weight, the share.</summary>
internal static class SharedSteps
{
    public static IEnumerable<string> Of(SharedWorking working)
    {
        foreach (var step in Total(working.Cost))
        {
            yield return step;
        }

        yield return Basis(working);
        yield return Texts.Of("{0} × {1} ÷ {2} = {3}", working.Cost.Total, Quantity(working.Weight), Quantity(working.SumOfWeights), Exact(working.Unrounded));
        yield return (working.Unrounded == working.Rounded.Yuan, working.ExtraFen != 0) switch
        {
            (true, _) => Texts.Of("本户分摊 = {0}", working.Rounded),
            (_, true) => Texts.Of("各户先舍到分，差的分补给余数最大的户，使各户相加等于总额；本户补一分，分摊 = {0}", working.Rounded),
            (_, false) => Texts.Of("各户先舍到分，差的分补给余数最大的户，使各户相加等于总额；本户不补，分摊 = {0}", working.Rounded),
        };
    }

    private static IEnumerable<string> Total(SharedCost cost)
    {
        if (cost.Use is not { } use)
        {
            yield return Texts.Of("{0}：总额 {1}", cost.Name, cost.Total);
            yield break;
        }

        yield return use is { Previous: { } previous, Current: { } current }
            ? Texts.Of("{0}：本期读数 {1} − 上期读数 {2} = {3}", cost.Name, Quantity(current), Quantity(previous), Quantity(use.Use))
            : Texts.Of("{0}：用量 {1}", cost.Name, Quantity(use.Use));
        var product = use.Product;
        if (use.Prices is { Count: > 1 } prices)
        {
            foreach (var step in Prices(cost, use, prices))
            {
                yield return step;
            }

            yield break;
        }

        yield return use.Multiplier == 1
            ? Texts.Of("总额：{0} × {1} 元 = {2}，四舍五入到分 = {3}", Quantity(use.Use), Price(use.Price), Exact(product), cost.Total)
            : Texts.Of(
                "总额：{0} × 倍率 {1} × {2} 元 = {3}，四舍五入到分 = {4}",
                Quantity(use.Use), Quantity(use.Multiplier), Price(use.Price), Exact(product), cost.Total);
    }

    private static IEnumerable<string> Prices(SharedCost cost, SharedUse use, IReadOnlyList<PricePeriod> prices)
    {
        var (total, days) = (use.Use * use.Multiplier, prices.Sum(p => p.Days));
        foreach (var price in prices)
        {
            yield return Texts.Of(
                "当月用量 {0} × {1} 元 × {2} 天 ÷ {3} 天（{4} 至 {5}）= {6}",
                Quantity(total), Price(price.Price), price.Days, days, Day(price.From), Day(price.To), Exact(total * price.Price * price.Days / days));
        }

        yield return Texts.Of("总额：合计 {0}，四舍五入到分 = {1}", Exact(use.Product), cost.Total);
    }

    private static string Basis(SharedWorking working)
    {
        var (sum, own) = (Quantity(working.SumOfWeights), Quantity(working.Weight));
        return working.Basis switch
        {
            ShareBasis.Area => Texts.Of("按建筑面积分摊：{0} 户共 {1} ㎡，本户 {2} ㎡", working.Payers, sum, own),
            ShareBasis.Household => Texts.Of("按户分摊：共 {0} 户", working.Payers),
            ShareBasis.FloorCoefficient => Texts.Of("按楼层系数分摊：{0} 户系数之和 {1}，本户 {2}", working.Payers, sum, own),
            ShareBasis.MeterShare => Texts.Of("按分表用量分摊：{0} 户共用 {1}，本户 {2}", working.Payers, sum, own),
            _ => throw new ArgumentOutOfRangeException(nameof(working), working.Basis, "No words for this basis."),
        };
    }
}

namespace PropertyDesk.Application.Reports;

/// <summary>What the figures of the collection rate mean: printed under every table of them, in the current UI language.</summary>
public static class CollectionDefinitions
{
    /// <param name="waiversAsCollected">The company's choice of where waivers count.</param>
    public static IReadOnlyList<string> Of(bool waiversAsCollected) =>
    [
        .. waiversAsCollected
            ? new[]
            {
                Texts.Of("减免计入分子：当期收缴率 =（截止日前收到的本期账款 + 减免）÷（本期应收 − 红冲）。"),
                Texts.Of("往期清欠率 =（截止日前收到的往期欠款 + 往期减免）÷（期初欠费 − 往期红冲）。"),
                Texts.Of("综合收缴率 =（本期已收 + 往期已收 + 减免）÷（本期应收 − 红冲 + 期初欠费 − 往期红冲）。"),
            }
            :
            [
                Texts.Of("当期收缴率 = 截止日前收到的本期账款 ÷（本期应收 − 红冲 − 减免）。"),
                Texts.Of("往期清欠率 = 截止日前收到的往期欠款 ÷（期初欠费 − 往期红冲 − 往期减免）。"),
                Texts.Of("综合收缴率 =（本期已收 + 往期已收）÷（本期应收净额 + 往期应收净额）。"),
            ],
        Texts.Of("年度收缴率 = 截止日前收到的本年各期账款 ÷ 全年应收标准（本年已出各期应收净额，未出月份按本期应收净额计）。"),
        Texts.Of("户收缴率 = 本期账单已全部缴清的户数 ÷ 本期出账户数。"),
        Texts.Of("没有应收的，收缴率印作“—”。押金和预缴以后各期的款项不计入。"),
        Texts.Of("期初欠费 + 本期应收 − 红冲 − 减免 − 已收 = 期末未收。"),
    ];
}

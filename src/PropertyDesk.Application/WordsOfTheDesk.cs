using PropertyDesk.Application.Search;

namespace PropertyDesk.Application;

/// <summary>The words of the search box.</summary>
public static partial class Words
{
    public static string Of(DeskFlag flag) => flag switch
    {
        DeskFlag.Overdue => Texts.Of("逾期"),
        DeskFlag.Disputed => Texts.Of("有异议"),
        DeskFlag.Lawsuit => Texts.Of("诉讼中"),
        DeskFlag.Promised => Texts.Of("已承诺付款"),
        DeskFlag.PayingOnline => Texts.Of("正在线上支付"),
        DeskFlag.Prepaid => Texts.Of("有预存款"),
        DeskFlag.Renter => Texts.Of("租户"),
        _ => flag.ToString(),
    };
}

using PropertyDesk.Domain.Vouchers;

namespace PropertyDesk.Application;

/// <summary>The words of vouchers.</summary>
public static partial class Words
{
    public static string Of(VoucherGrouping grouping) => grouping switch
    {
        VoucherGrouping.ByDay => Texts.Of("按日汇总"),
        VoucherGrouping.WholeMonth => Texts.Of("按月汇总"),
        _ => grouping.ToString(),
    };
}

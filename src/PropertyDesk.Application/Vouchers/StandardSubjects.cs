using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Vouchers;

namespace PropertyDesk.Application.Vouchers;

/// <summary>
/// The general standard's subjects for our accounts, to begin with; what a company keeps below them it changes by page.
/// Chinese in both languages: they name what stands in the finance system.
/// </summary>
internal static class StandardSubjects
{
    public static Subject Of(Account account) => account switch
    {
        Account.Cash => new("1001", "库存现金"),
        Account.Bank => new("1002", "银行存款"),
        Account.ChannelClearing => new("1012", "其他货币资金"),
        Account.Receivable => new("1122", "应收账款"),
        Account.TillDifference => new("1901", "待处理财产损溢"),
        Account.Prepayment => new("2203", "预收账款"),
        Account.TaxPayable => new("2221", "应交税费"),
        Account.AgencyPayable or Account.DepositHeld or Account.Suspense => new("2241", "其他应付款"),
        // What is waived makes the income less; it has no subject of its own.
        Account.Income or Account.Waiver => new("6001", "主营业务收入"),
        Account.LateFeeIncome => new("6301", "营业外收入"),
        Account.ChannelFee => new("6603", "财务费用"),
        _ => throw new ArgumentOutOfRangeException(nameof(account), account, "This account has no standard subject."),
    };
}

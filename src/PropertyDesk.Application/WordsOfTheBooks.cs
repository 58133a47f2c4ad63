using PropertyDesk.Domain.Deposits;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Refunds;
using PropertyDesk.Domain.Shifts;

namespace PropertyDesk.Application;

/// <summary>The words of the ledger, the till and deposits.</summary>
public static partial class Words
{
    public static string Of(Account account) => account switch
    {
        Account.Receivable => Texts.Of("应收账款"),
        Account.Income => Texts.Of("主营业务收入"),
        Account.TaxPayable => Texts.Of("应交税费"),
        Account.AgencyPayable => Texts.Of("代收款"),
        Account.Cash => Texts.Of("库存现金"),
        Account.Bank => Texts.Of("银行存款"),
        Account.Waiver => Texts.Of("减免"),
        Account.LateFeeIncome => Texts.Of("违约金收入"),
        Account.Prepayment => Texts.Of("预收账款"),
        Account.DepositHeld => Texts.Of("其他应付款（押金）"),
        Account.ChannelClearing => Texts.Of("渠道待清算"),
        Account.TillDifference => Texts.Of("现金长短款"),
        Account.ChannelFee => Texts.Of("手续费支出"),
        Account.Suspense => Texts.Of("待查款"),
        _ => account.ToString(),
    };

    public static string Of(DepositEntryKind kind) => kind switch
    {
        DepositEntryKind.Taken => Texts.Of("收取"),
        DepositEntryKind.Deducted => Texts.Of("扣除"),
        DepositEntryKind.Refunded => Texts.Of("退还"),
        _ => kind.ToString(),
    };

    public static string Of(ShiftState state) => state switch
    {
        ShiftState.Open => Texts.Of("当班"),
        ShiftState.Counted => Texts.Of("待验收"),
        ShiftState.Accepted => Texts.Of("已验收"),
        _ => state.ToString(),
    };

    public static string Of(PurseClass @class) => @class switch
    {
        PurseClass.General => Texts.Of("通用预存"),
        PurseClass.Property => Texts.Of("物业费预存"),
        PurseClass.Utilities => Texts.Of("水电费预存"),
        PurseClass.Parking => Texts.Of("停车费预存"),
        _ => @class.ToString(),
    };

    public static string Of(PurseEntryKind kind) => kind switch
    {
        PurseEntryKind.ReleasedByRedEntry => Texts.Of("账单红冲转入"),
        PurseEntryKind.CreditOfBill => Texts.Of("负数账单转入"),
        PurseEntryKind.AppliedToBill => Texts.Of("抵扣账单"),
        PurseEntryKind.PaidIn => Texts.Of("预存"),
        PurseEntryKind.Tendered => Texts.Of("用于缴费"),
        PurseEntryKind.PaidInReversed => Texts.Of("冲销预存"),
        PurseEntryKind.TenderedReversed => Texts.Of("冲销缴费，退回"),
        PurseEntryKind.PaidOut => Texts.Of("退款"),
        PurseEntryKind.AppliedReversed => Texts.Of("撤销抵扣，退回"),
        PurseEntryKind.MovedOut => Texts.Of("调剂转出"),
        PurseEntryKind.MovedIn => Texts.Of("调剂转入"),
        PurseEntryKind.MergedOut => Texts.Of("合并档案转出"),
        PurseEntryKind.MergedIn => Texts.Of("合并档案转入"),
        _ => kind.ToString(),
    };

    public static string Of(RefundKind kind) => kind switch
    {
        RefundKind.Void => Texts.Of("作废"),
        RefundKind.Reversal => Texts.Of("收款红冲"),
        RefundKind.Prepaid => Texts.Of("退预存款"),
        _ => kind.ToString(),
    };

    public static string Of(LateFeeOrder order) => order switch
    {
        LateFeeOrder.PrincipalFirst => Texts.Of("先本金，全部付清后再违约金"),
        LateFeeOrder.LateFeeFirstBillByBill => Texts.Of("逐张账单，先违约金后本金"),
        _ => order.ToString(),
    };

    public static string Of(RefundState state) => state switch
    {
        RefundState.Requested => Texts.Of("待审批"),
        RefundState.Approved => Texts.Of("待办理"),
        RefundState.Paying => Texts.Of("渠道退款中"),
        RefundState.Done => Texts.Of("已退款"),
        RefundState.Rejected => Texts.Of("已驳回"),
        RefundState.Withdrawn => Texts.Of("已撤回"),
        _ => state.ToString(),
    };

    public static string Of(JournalKind kind) => kind switch
    {
        JournalKind.BillPublished => Texts.Of("账单发布"),
        JournalKind.PaymentReceived => Texts.Of("收款"),
        JournalKind.PaymentReturned => Texts.Of("退款"),
        JournalKind.Waived => Texts.Of("减免"),
        JournalKind.RedEntry => Texts.Of("红冲"),
        JournalKind.DepositMoved => Texts.Of("押金"),
        JournalKind.PurseMoved => Texts.Of("预存款变动"),
        JournalKind.PurseReleased => Texts.Of("预存款调剂"),
        JournalKind.OwnersMerged => Texts.Of("合并档案"),
        JournalKind.OwnersParted => Texts.Of("撤销合并"),
        JournalKind.CashDeposited => Texts.Of("现金缴存"),
        JournalKind.TillDiffers => Texts.Of("现金长短款"),
        JournalKind.ChannelSettled => Texts.Of("渠道结算"),
        JournalKind.DifferencePosted => Texts.Of("差异调账"),
        JournalKind.DifferenceReleased => Texts.Of("待查款转出"),
        _ => kind.ToString(),
    };
}

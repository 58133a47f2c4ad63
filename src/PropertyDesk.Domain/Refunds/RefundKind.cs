namespace PropertyDesk.Domain.Refunds;

public enum RefundKind
{
    /// <summary>作废: a mistake, taken back by the cashier in the shift in which it was made.</summary>
    Void,

    /// <summary>收款红冲: a payment is taken back as a whole after its shift, or by somebody else.</summary>
    Reversal,

    /// <summary>退预存款: prepaid money goes back to the payer.</summary>
    Prepaid,
}

public enum RefundState
{
    /// <summary>待审批</summary>
    Requested,

    /// <summary>待办理: approved, the money is not yet given back.</summary>
    Approved,

    /// <summary>渠道退款中: the channel was asked and has not confirmed.</summary>
    Paying,

    /// <summary>已退款</summary>
    Done,

    /// <summary>已驳回</summary>
    Rejected,

    /// <summary>已撤回 by who asked.</summary>
    Withdrawn,
}

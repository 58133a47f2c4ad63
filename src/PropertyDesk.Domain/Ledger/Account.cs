namespace PropertyDesk.Domain.Ledger;

/// <summary>The accounts of the double entry (科目).</summary>
public enum Account
{
    /// <summary>应收账款</summary>
    Receivable,

    /// <summary>主营业务收入, without VAT</summary>
    Income,

    /// <summary>应交税费</summary>
    TaxPayable,

    /// <summary>代收款: collected for the water, power … company</summary>
    AgencyPayable,

    /// <summary>库存现金</summary>
    Cash,

    /// <summary>银行存款</summary>
    Bank,

    /// <summary>减免: waivers, discounts and vacancy reductions, without VAT</summary>
    Waiver,

    /// <summary>违约金收入</summary>
    LateFeeIncome,

    /// <summary>预收账款: owners' prepaid money</summary>
    Prepayment,

    /// <summary>渠道待清算: taken by a card terminal, a code or a payment channel and not yet in the bank account</summary>
    ChannelClearing,

    /// <summary>现金长短款: what a till held more or less than it should</summary>
    TillDifference,

    /// <summary>其他应付款（押金）: held for the payer, not income</summary>
    DepositHeld,

    /// <summary>手续费支出: what channels keep of the money they took</summary>
    ChannelFee,

    /// <summary>待查款: money of which it is not known whose it is</summary>
    Suspense,
}

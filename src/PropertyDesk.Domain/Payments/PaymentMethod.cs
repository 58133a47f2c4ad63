namespace PropertyDesk.Domain.Payments;

/// <summary>How money arrives.</summary>
public enum PaymentMethod
{
    /// <summary>现金</summary>
    Cash,

    /// <summary>银行转账: a transfer that the bank account shows, recorded by hand with its reference.</summary>
    BankTransfer,

    /// <summary>刷卡: the number of the terminal's slip is kept.</summary>
    BankCard,

    /// <summary>扫码: the payer scanned the desk's printed code; the transaction's number is kept.</summary>
    QrCode,

    /// <summary>预存款: from the payer's own purse.</summary>
    Purse,

    /// <summary>微信支付, booked by the channel's own word.</summary>
    WeChatPay,

    /// <summary>支付宝, booked by the channel's own word.</summary>
    Alipay,

    /// <summary>银行托收: collected by the bank under a mandate.</summary>
    DirectDebit,

    /// <summary>多种方式: of a payment whose tenders differ.</summary>
    Several,
}

/// <summary>What is true of each method.</summary>
public static class PaymentMethods
{
    /// <summary>What a clerk can take at the desk.</summary>
    public static readonly IReadOnlyList<PaymentMethod> AtTheDesk = [PaymentMethod.Cash, PaymentMethod.QrCode, PaymentMethod.BankCard, PaymentMethod.BankTransfer, PaymentMethod.Purse];

    /// <summary>The number that proves the money is kept with it.</summary>
    public static bool NeedsReference(this PaymentMethod method) => method is not (PaymentMethod.Cash or PaymentMethod.Purse);

    /// <summary>A channel says by its own transaction id that the money came: the same id is booked once.</summary>
    public static bool IsChannel(this PaymentMethod method) => method is PaymentMethod.WeChatPay or PaymentMethod.Alipay or PaymentMethod.DirectDebit;
}

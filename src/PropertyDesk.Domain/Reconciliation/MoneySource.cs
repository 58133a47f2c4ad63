using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Domain.Reconciliation;

/// <summary>Whose statement is set against our payments.</summary>
public enum MoneySource
{
    /// <summary>微信支付</summary>
    WeChatPay,

    /// <summary>支付宝</summary>
    Alipay,

    /// <summary>银行账户: transfers that were recorded by hand.</summary>
    Bank,
}

/// <summary>What is true of each source.</summary>
public static class MoneySources
{
    public static PaymentMethod Method(this MoneySource source) => source switch
    {
        MoneySource.WeChatPay => PaymentMethod.WeChatPay,
        MoneySource.Alipay => PaymentMethod.Alipay,
        _ => PaymentMethod.BankTransfer,
    };

    /// <summary>Null for the bank account.</summary>
    public static ChannelKind? Channel(this MoneySource source) => source switch
    {
        MoneySource.WeChatPay => ChannelKind.WeChatPay,
        MoneySource.Alipay => ChannelKind.Alipay,
        _ => null,
    };
}

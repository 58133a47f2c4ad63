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

    /// <summary>银行账户: transfers that were recorded by hand, cash that was paid in, what channels paid out, collections.</summary>
    Bank,

    /// <summary>刷卡: what the acquirer of the card terminals says of the desk's slips.</summary>
    CardTerminal,

    /// <summary>扫码: what the provider of the desk's printed code says.</summary>
    DeskCode,
}

/// <summary>What is true of each source.</summary>
public static class MoneySources
{
    /// <summary>Those whose statement comes as a file in a form of its own.</summary>
    public static readonly IReadOnlyList<MoneySource> Uploaded = [.. Enum.GetValues<MoneySource>().Where(s => s.Channel() is null)];

    public static PaymentMethod Method(this MoneySource source) => source switch
    {
        MoneySource.WeChatPay => PaymentMethod.WeChatPay,
        MoneySource.Alipay => PaymentMethod.Alipay,
        MoneySource.CardTerminal => PaymentMethod.BankCard,
        MoneySource.DeskCode => PaymentMethod.QrCode,
        _ => PaymentMethod.BankTransfer,
    };

    /// <summary>The payment channel that gives its statement itself; null where a file is uploaded.</summary>
    public static ChannelKind? Channel(this MoneySource source) => source switch
    {
        MoneySource.WeChatPay => ChannelKind.WeChatPay,
        MoneySource.Alipay => ChannelKind.Alipay,
        _ => null,
    };

    /// <summary>It holds the money for a while and pays it out less a fee; what the bank's statement shows is in the account.</summary>
    public static bool PaysOut(this MoneySource source) => source != MoneySource.Bank;

    /// <summary>Its number was typed from a slip, and slips begin anew: the same number some days apart is another payment.</summary>
    public static bool ReusesNumbers(this MoneySource source) => source == MoneySource.CardTerminal;
}

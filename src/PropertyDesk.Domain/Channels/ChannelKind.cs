using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Domain.Channels;

/// <summary>An online payment channel.</summary>
public enum ChannelKind
{
    /// <summary>微信支付</summary>
    WeChatPay,

    /// <summary>支付宝</summary>
    Alipay,
}

/// <summary>What is true of each channel.</summary>
public static class ChannelKinds
{
    /// <summary>As which method its money is booked.</summary>
    public static PaymentMethod Method(this ChannelKind kind) => kind == ChannelKind.WeChatPay ? PaymentMethod.WeChatPay : PaymentMethod.Alipay;
}

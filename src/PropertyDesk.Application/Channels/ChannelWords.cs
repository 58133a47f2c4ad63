using PropertyDesk.Domain.Channels;

namespace PropertyDesk.Application.Channels;

/// <summary>A channel's reasons in plain words. What is kept is the code, so that everybody reads them in their own language.</summary>
public static class ChannelWords
{
    /// <summary>Ours: no answer that can be trusted.</summary>
    public const string Unreachable = "UNREACHABLE";

    /// <summary>Ours: the money came and waits for somebody's decision.</summary>
    public const string Held = "HELD";

    /// <summary>What the channel gave back was decided by hand.</summary>
    public const string ByHand = "BY_HAND";

    /// <summary>What a code means; the channel's own words where it is not among those known.</summary>
    public static string? Of(string? code, string? text) => code switch
    {
        null => null,
        Unreachable => Texts.Of("暂时连不上支付渠道，请稍后再试。"),
        ByHand => Texts.Of("渠道退出的款已由人工处理，本退款单结束。"),
        Held => Texts.Of("款项已到渠道，物业正在核对，请不要重复支付。"),
        "NOTPAY" or "WAIT_BUYER_PAY" => null,
        "USERPAYING" => Texts.Of("付款人正在输入密码，请稍等。"),
        "PAYERROR" => Texts.Of("付款没有成功，没有扣款（如银行拒绝、余额不足），请再试一次或换一种方式。"),
        "ORDERPAID" or "ACQ.TRADE_HAS_SUCCESS" => Texts.Of("渠道说这笔已支付，正在核实。"),
        "ORDER_CLOSED" or "ACQ.TRADE_HAS_CLOSE" or "ACQ.TRADE_STATUS_ERROR" => Texts.Of("这笔订单已在渠道关闭。"),
        "NOT_ENOUGH" or "ACQ.SELLER_BALANCE_NOT_ENOUGH" => Texts.Of("商户在渠道的余额不足，退不了款。"),
        "NO_AUTH" or "ACQ.ACCESS_FORBIDDEN" => Texts.Of("商户没有这项权限，请在渠道的商户平台开通。"),
        "SIGN_ERROR" or "isv.invalid-signature" => Texts.Of("渠道验不过我们的签名，请检查商户密钥。"),
        "FREQUENCY_LIMITED" or "ACQ.REQUEST_AMOUNT_EXCEED" => Texts.Of("渠道限制了请求次数或金额，请稍后再试。"),
        "40029" or "40163" => Texts.Of("微信授权已失效或用过了，请重新点“微信支付”。"),
        "40013" or "40125" or "10003" => Texts.Of("微信不认商户的应用 ID、密钥或回跳域名，请物业检查渠道设置。"),
        "ABNORMAL" => Texts.Of("渠道退不到付款人的账户（卡已注销或冻结），请在渠道的商户平台处理；处理完会自动入账。"),
        "CLOSED" => Texts.Of("渠道关闭了这笔退款，没有退钱，可以再退一次。"),
        "PARAM_ERROR" or "ACQ.INVALID_PARAMETER" => Texts.Of("渠道不接受这个请求：{0}", text ?? ""),
        _ => Texts.Of("渠道拒绝：{0}（{1}）", text ?? "", code),
    };
}

namespace PropertyDesk.Application.Channels;

/// <summary>A channel's reasons in plain words.</summary>
internal static class ChannelWords
{
    /// <summary>What the refusal means; the channel's own words where its code is not among those known.</summary>
    public static string Of(ChannelRefusal refusal) => refusal.Code switch
    {
        "ORDERPAID" or "ACQ.TRADE_HAS_SUCCESS" => Texts.Of("渠道说这笔已支付，正在核实。"),
        "ORDER_CLOSED" or "ACQ.TRADE_HAS_CLOSE" => Texts.Of("这笔订单已在渠道关闭。"),
        "NOT_ENOUGH" or "ACQ.SELLER_BALANCE_NOT_ENOUGH" => Texts.Of("商户在渠道的余额不足，退不了款。"),
        "NO_AUTH" or "ACQ.ACCESS_FORBIDDEN" => Texts.Of("商户没有这项权限，请在渠道的商户平台开通。"),
        "SIGN_ERROR" or "isv.invalid-signature" => Texts.Of("渠道验不过我们的签名，请检查商户密钥。"),
        "FREQUENCY_LIMITED" or "ACQ.REQUEST_AMOUNT_EXCEED" => Texts.Of("渠道限制了请求次数或金额，请稍后再试。"),
        "PARAM_ERROR" or "ACQ.INVALID_PARAMETER" => Texts.Of("渠道不接受这个请求：{0}", refusal.Message),
        _ => Texts.Of("渠道拒绝：{0}（{1}）", refusal.Message, refusal.Code),
    };
}

using PropertyDesk.Application.Channels;
using PropertyDesk.Domain.Channels;

namespace PropertyDesk.Infrastructure.Channels.Alipay;

/// <summary>Alipay's own pages for payment: trade.page.pay on a desktop, trade.wap.pay on a phone.</summary>
internal sealed class AlipayPages(ChannelGateways gateways, TimeProvider clock) : IAlipayPages
{
    public Uri AddressOf(ChannelAccess access, OfferedOrder order)
    {
        var isPhone = order.Way == ChannelWay.Wap;
        var content = new Dictionary<string, string>
        {
            ["out_trade_no"] = order.Number,
            ["total_amount"] = AlipayRequest.Yuan(order.Amount),
            ["subject"] = order.Subject,
            ["product_code"] = isPhone ? "QUICK_WAP_WAY" : "FAST_INSTANT_TRADE_PAY",
            ["time_expire"] = AlipayRequest.Time(order.ExpiresAt),
        };
        if (isPhone)
        {
            content["quit_url"] = order.ReturnAddress;
        }

        var parameters = AlipayRequest.Signed(
            access, isPhone ? "alipay.trade.wap.pay" : "alipay.trade.page.pay", content, clock.GetUtcNow(),
            new() { ["notify_url"] = access.NotifyAddress, ["return_url"] = order.ReturnAddress });
        return new Uri(gateways.Alipay, "/gateway.do?" + string.Join('&', parameters.Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}")));
    }
}

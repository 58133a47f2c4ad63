using System.Globalization;
using System.Net;
using System.Text;

namespace PropertyDesk.GatewaySim;

/// <summary>What a person needs to play the owner: the open orders with a button, and the keys to set up a merchant account.</summary>
internal static class SimPages
{
    public static void Map(WebApplication app, Gateway gateway)
    {
        app.MapGet("/sim", () => Results.Content(Page(gateway), "text/html; charset=utf-8"));
        app.MapGet("/sim/account", () => Results.Json(new
        {
            gateway.Keys.MerchantPrivatePem,
            gateway.Keys.GatewayPublicPem,
            gateway.Keys.ApiKey,
            gateway.Keys.AppSecret,
            GatewayKeys.MerchantId,
            GatewayKeys.WeChatAppId,
            GatewayKeys.CertificateSerial,
            GatewayKeys.ChannelKeyId,
            GatewayKeys.AlipayAppId,
            GatewayKeys.SellerId,
        }));
        app.MapPost("/sim/pay/{number}", (string number, bool? silent) =>
        {
            var (drop, before) = (gateway.Knobs.DropPercent, gateway.Find(number));
            if (before is null)
            {
                return Results.NotFound();
            }

            gateway.Knobs.DropPercent = silent == true ? 100 : drop;
            gateway.Pay(number);
            gateway.Knobs.DropPercent = drop;
            return Results.Redirect("/sim");
        });
    }

    private static string Page(Gateway gateway)
    {
        var rows = new StringBuilder();
        foreach (var order in gateway.Orders.Reverse())
        {
            var act = order.State is "NOTPAY" or "USERPAYING" or "PAYERROR"
                ? $"<form method=post action=/sim/pay/{order.Number}><button>支付</button> <button formaction=\"/sim/pay/{order.Number}?silent=true\">支付但不通知</button></form>"
                : order.State;
            rows.Append(CultureInfo.InvariantCulture, $"<tr><td>{(order.IsAlipay ? "支付宝" : "微信支付")} {order.Way}<td>{order.Number}<td>{WebUtility.HtmlEncode(order.Subject)}<td>{order.Fen / 100m:0.00}<td>{act}");
        }

        return $"<!doctype html><meta charset=utf-8><title>支付网关模拟</title><h1>支付网关模拟</h1><p>没有真钱。</p><table border=1 cellpadding=6><tr><th>渠道<th>商户订单号<th>商品<th>金额<th>{rows}</table>";
    }
}

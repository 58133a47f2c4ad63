using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace PropertyDesk.GatewaySim;

/// <summary>
/// Where the owner pays: Alipay's page, to which the browser comes with a signed address, and WeChat's own window, which a
/// page calls up through the bridge of WeChat's browser. Both can be left, and can fail.
/// </summary>
internal sealed class PayerPages(Gateway gateway)
{
    public void Map(WebApplication app)
    {
        app.MapGet("/sim/cashier/{number}", (string number) => gateway.Find(number) is { IsAlipay: true } order ? Page(order) : Results.NotFound());
        app.MapPost("/sim/cashier/{number}/{act}", (string number, string act) => gateway.Find(number) is { IsAlipay: true, ReturnUrl: not null } order ? Act(order, act) : Results.NotFound());
        app.MapPost("/sim/bridge", (Delegate)BridgeAsync);
    }

    private static IResult Page(GatewayOrder order)
    {
        var acts = order.State is "NOTPAY" or "PAYERROR"
            ? string.Concat(new[] { ("pay", "确认付款"), ("silent", "付款，但不通知"), ("fail", "付款失败"), ("cancel", "取消") }.Select(a => $"<button formaction=/sim/cashier/{order.Number}/{a.Item1}>{a.Item2}</button> "))
            : $"<p>{order.State}</p><button formaction=/sim/cashier/{order.Number}/cancel>返回商家</button>";
        return Results.Content(
            $"<!doctype html><meta charset=utf-8><meta name=viewport content=\"width=device-width\"><title>支付宝收银台（模拟）</title><h1>支付宝收银台（模拟）</h1><p>没有真钱。</p><p>{WebUtility.HtmlEncode(order.Subject)}</p><p><b>¥{(order.Fen / 100m).ToString("0.00", CultureInfo.InvariantCulture)}</b></p><form method=post>{acts}</form>",
            "text/html; charset=utf-8");
    }

    private IResult Act(GatewayOrder order, string act)
    {
        if (act is "pay" or "silent" && gateway.Clock() < order.ExpiresAt)
        {
            var drop = gateway.Knobs.DropPercent;
            gateway.Knobs.DropPercent = act == "silent" ? 100 : drop;
            gateway.Pay(order.Number);
            gateway.Knobs.DropPercent = drop;
        }

        return Results.Redirect(AlipaySide.ReturnAddress(gateway, order));
    }

    // What a page hands over is looked at as strictly as WeChat's program does.
    private async Task<IResult> BridgeAsync(HttpContext context)
    {
        var call = await context.Request.ReadFormAsync();
        string Field(string name) => call[name].ToString();
        var order = gateway.Orders.FirstOrDefault(o => o.PrepayId is not null && "prepay_id=" + o.PrepayId == Field("package"));
        var text = $"{Field("appId")}\n{Field("timeStamp")}\n{Field("nonceStr")}\n{Field("package")}\n";
        if (order is null || Field("appId") != GatewayKeys.WeChatAppId || Field("signType") != "RSA" || Field("nonceStr").Length is 0 or > 32
            || !long.TryParse(Field("timeStamp"), NumberStyles.None, CultureInfo.InvariantCulture, out _) || !IsSigned(text, Field("paySign")))
        {
            return Results.Text("get_brand_wcpay_request:fail");
        }

        switch (Field("act"))
        {
            case "cancel":
                return Results.Text("get_brand_wcpay_request:cancel");
            case "fail":
                order.State = "PAYERROR";
                return Results.Text("get_brand_wcpay_request:fail");
            case "typing":
                order.State = "USERPAYING";
                return Results.Text("get_brand_wcpay_request:cancel");
            default:
                if (order.State == "CLOSED" || gateway.Clock() >= order.ExpiresAt)
                {
                    return Results.Text("get_brand_wcpay_request:fail");
                }

                gateway.Pay(order.Number);
                return Results.Text("get_brand_wcpay_request:ok");
        }
    }

    private bool IsSigned(string text, string signature)
    {
        var bytes = new byte[signature.Length];
        return Convert.TryFromBase64String(signature, bytes, out var length)
            && gateway.Keys.Merchant.VerifyData(Encoding.UTF8.GetBytes(text), bytes.AsSpan(0, length), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}

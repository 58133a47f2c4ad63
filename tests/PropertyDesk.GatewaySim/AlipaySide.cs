using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace PropertyDesk.GatewaySim;

/// <summary>Alipay's gateway: one address, the call in a field; signs the exact text of its answer's node.</summary>
internal sealed class AlipaySide(Gateway gateway)
{
    public void Map(WebApplication app)
    {
        app.MapPost("/gateway.do", AnswerAsync);
        app.MapGet("/gateway.do", PageAsync);
        app.MapGet("/bill/{token}", context => DownloadAsync(context, (string)context.GetRouteValue("token")!));
    }

    public static HttpRequestMessage PaidNotice(Gateway gateway, GatewayOrder order) => Notice(gateway, order, []);

    public static HttpRequestMessage RefundedNotice(Gateway gateway, GatewayOrder order, GatewayRefund refund) => Notice(gateway, order, new()
    {
        // All that was given back of the payment so far.
        ["refund_fee"] = Yuan(order.Refunds.TakeWhile(r => r != refund).Append(refund).Sum(r => r.Fen)),
        ["gmt_refund"] = Time(refund.At) + ".310",
        ["out_biz_no"] = refund.Number,
        ["trade_status"] = order.Refunds.Sum(r => r.Fen) == order.Fen ? "TRADE_CLOSED" : "TRADE_SUCCESS",
    });

    private static HttpRequestMessage Notice(Gateway gateway, GatewayOrder order, Dictionary<string, string> more)
    {
        var fields = new Dictionary<string, string>
        {
            ["notify_time"] = Time(gateway.Clock()),
            ["notify_type"] = "trade_status_sync",
            ["notify_id"] = Guid.NewGuid().ToString("n"),
            ["app_id"] = GatewayKeys.AlipayAppId,
            ["charset"] = "utf-8",
            ["version"] = "1.0",
            ["trade_no"] = order.TransactionId!,
            ["out_trade_no"] = order.Number,
            ["seller_id"] = gateway.Knobs.ForeignMerchant ? "2088999999999999" : GatewayKeys.SellerId,
            ["trade_status"] = "TRADE_SUCCESS",
            ["total_amount"] = Yuan(order.Fen + gateway.Knobs.AmountOff),
            ["buyer_pay_amount"] = Yuan(order.Fen - 1),
            ["gmt_create"] = Time(order.PaidAt!.Value),
            ["gmt_payment"] = Time(order.PaidAt!.Value),
            ["subject"] = order.Subject,
            ["body"] = "",
        };
        foreach (var (name, value) in more)
        {
            fields[name] = value;
        }

        var content = string.Join('&', fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}"));
        fields["sign"] = Sign(gateway, content);
        fields["sign_type"] = "RSA2";
        if (gateway.Knobs.Tamper)
        {
            fields["total_amount"] = "0.01";
        }

        var request = new HttpRequestMessage(HttpMethod.Post, order.NotifyUrl) { Content = new FormUrlEncodedContent(gateway.Knobs.FieldTwice ? fields.Append(fields.First()) : fields) };
        request.Headers.Add("X-Sim-Alipay", "1");
        return request;
    }

    // The browser comes with a signed address, and is led to the page where the owner pays.
    private async Task PageAsync(HttpContext context)
    {
        var form = context.Request.Query.ToDictionary(f => f.Key, f => f.Value.ToString());
        var isPhone = form.GetValueOrDefault("method") == "alipay.trade.wap.pay";
        if (!IsOurs(form) || !(isPhone || form["method"] == "alipay.trade.page.pay") || !IsNow(form) || JsonNode.Parse(form["biz_content"]) is not JsonObject content
            || (string?)content["product_code"] != (isPhone ? "QUICK_WAP_WAY" : "FAST_INSTANT_TRADE_PAY") || (isPhone && (string?)content["quit_url"] is not { Length: > 0 }))
        {
            context.Response.StatusCode = 400;
            await context.Response.WriteAsync("invalid-signature");
            return;
        }

        var number = (string)content["out_trade_no"]!;
        gateway.Add(new GatewayOrder
        {
            IsAlipay = true,
            Way = isPhone ? "wap" : "page",
            Number = number,
            Fen = Fen((string)content["total_amount"]!),
            Subject = (string)content["subject"]!,
            NotifyUrl = form["notify_url"],
            ReturnUrl = form["return_url"],
            ExpiresAt = At((string)content["time_expire"]!),
        });
        context.Response.Redirect($"/sim/cashier/{number}");
    }

    /// <summary>Where the browser goes back to: signed, and no proof of anything.</summary>
    public static string ReturnAddress(Gateway gateway, GatewayOrder order)
    {
        var fields = new Dictionary<string, string>
        {
            ["app_id"] = GatewayKeys.AlipayAppId,
            ["charset"] = "utf-8",
            ["method"] = $"alipay.trade.{order.Way}.pay.return",
            ["out_trade_no"] = order.Number,
            ["seller_id"] = GatewayKeys.SellerId,
            ["timestamp"] = Time(gateway.Clock()),
            ["total_amount"] = Yuan(order.Fen),
            ["trade_no"] = order.TransactionId ?? "",
            ["version"] = "1.0",
        };
        var sign = Sign(gateway, string.Join('&', fields.Where(f => f.Value.Length > 0).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}")));
        return order.ReturnUrl + "?" + string.Join('&', fields.Append(new("sign", sign)).Append(new("sign_type", "RSA2")).Select(f => $"{f.Key}={Uri.EscapeDataString(f.Value)}"));
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var form = (await context.Request.ReadFormAsync()).ToDictionary(f => f.Key, f => f.Value.ToString());
        var method = form.GetValueOrDefault("method", "");
        var node = method.Replace('.', '_') + "_response";
        var result = gateway.Knobs.RefuseNext <= 0 && IsOurs(form) && IsNow(form)
            ? Act(method, JsonNode.Parse(form["biz_content"])!.AsObject(), form)
            : new JsonObject { ["code"] = "40002", ["msg"] = "Invalid Arguments", ["sub_code"] = "isv.invalid-signature", ["sub_msg"] = "无效签名" };
        gateway.Knobs.RefuseNext--;
        if (gateway.Knobs.SystemErrorNext > 0)
        {
            gateway.Knobs.SystemErrorNext--;
            result = Error("ACQ.SYSTEM_ERROR", "系统错误");
        }

        var text = result.ToJsonString();
        await context.Response.WriteAsync($"{{\"{node}\":{text},\"sign\":\"{Sign(gateway, text)}\"}}");
    }

    private JsonObject Act(string method, JsonObject content, Dictionary<string, string> form)
    {
        string? Field(string name) => (string?)content[name];
        var order = Field("out_trade_no") is { } number ? gateway.Find(number) : Field("trade_no") is { } paid ? gateway.FindPaid(paid) : null;
        return method switch
        {
            "alipay.trade.precreate" => Precreate(Field("out_trade_no")!, Fen(Field("total_amount")!), Field("subject")!, form["notify_url"], At(Field("time_expire")!)),
            "alipay.data.dataservice.bill.downloadurl.query" => Bill(Field("bill_date")!),
            _ when order is not { IsAlipay: true } || !order.IsKnown => Error("ACQ.TRADE_NOT_EXIST", "交易不存在"),
            "alipay.trade.query" => Query(gateway.Knobs.AnswersAbout is { } other ? gateway.Find(other)! : order),
            "alipay.trade.close" => Close(order),
            "alipay.trade.refund" => Refund(order, Field("out_request_no")!, Fen(Field("refund_amount")!)),
            "alipay.trade.fastpay.refund.query" => QueryRefund(order, Field("out_request_no")!),
            _ => Error("isv.invalid-method", method),
        };
    }

    private JsonObject Precreate(string number, long fen, string subject, string notifyUrl, DateTimeOffset expires)
    {
        var order = gateway.Add(new GatewayOrder { IsAlipay = true, Way = "precreate", ExpiresAt = expires, Number = number, Fen = fen, Subject = subject, NotifyUrl = notifyUrl });
        return order.State switch
        {
            "SUCCESS" => Error("ACQ.TRADE_HAS_SUCCESS", "交易已被支付"),
            "CLOSED" => Error("ACQ.TRADE_HAS_CLOSE", "交易已经关闭"),
            _ => Ok(new() { ["out_trade_no"] = number, ["qr_code"] = "https://qr.alipay.com/bax" + number[..12] }),
        };
    }

    private JsonObject Query(GatewayOrder order)
    {
        var answer = new JsonObject { ["out_trade_no"] = order.Number, ["total_amount"] = Yuan(order.Fen + gateway.Knobs.AmountOff) };
        answer["trade_status"] = order.State switch { "SUCCESS" => order.Refunds.Sum(r => r.Fen) == order.Fen ? "TRADE_CLOSED" : "TRADE_SUCCESS", "CLOSED" => "TRADE_CLOSED", _ => "WAIT_BUYER_PAY" };
        if (order.PaidAt is { } at)
        {
            (answer["trade_no"], answer["send_pay_date"]) = (order.TransactionId, Time(at));
        }

        return Ok(answer);
    }

    private static JsonObject Close(GatewayOrder order)
    {
        lock (order)
        {
            if (order.State == "SUCCESS")
            {
                return Error("ACQ.TRADE_STATUS_ERROR", "交易状态不合法");
            }

            order.State = "CLOSED";
            return Ok(new() { ["out_trade_no"] = order.Number });
        }
    }

    private JsonObject Refund(GatewayOrder order, string number, long fen)
    {
        GatewayRefund refund;
        lock (order)
        {
            if (order.Refunds.Find(r => r.Number == number) is not null)
            {
                return Ok(new() { ["trade_no"] = order.TransactionId, ["fund_change"] = "N" });
            }

            if (order.Refunds.Sum(r => r.Fen) + fen > order.Fen)
            {
                return Error("ACQ.REFUND_AMT_NOT_EQUAL_TOTAL", "退款金额超限");
            }

            refund = new GatewayRefund { Number = number, Id = number, Fen = fen, At = gateway.Clock(), IsDone = !gateway.Knobs.SlowRefunds };
            order.Refunds.Add(refund);
        }

        if (gateway.Knobs.RefuseAfterRefund > 0)
        {
            // This call is counted, too.
            (gateway.Knobs.RefuseNext, gateway.Knobs.RefuseAfterRefund) = (gateway.Knobs.RefuseAfterRefund + 1, 0);
        }

        if (refund.IsDone)
        {
            gateway.Notifier.Refunded(order, refund);
        }

        return Ok(new() { ["trade_no"] = order.TransactionId, ["fund_change"] = "Y" });
    }

    private static JsonObject QueryRefund(GatewayOrder order, string number) => order.Refunds.Find(r => r.Number == number) switch
    {
        null => Ok([]),
        { IsDone: true } done => Ok(new() { ["trade_no"] = order.TransactionId, ["out_request_no"] = number, ["refund_status"] = "REFUND_SUCCESS", ["refund_amount"] = Yuan(done.Fen) }),
        _ => Ok(new() { ["trade_no"] = order.TransactionId, ["out_request_no"] = number, ["refund_status"] = "REFUND_PROCESSING" }),
    };

    private JsonObject Bill(string date)
    {
        var day = DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return gateway.Bill.Alipay(day) is null
            ? Error("isp.bill_not_exist", "账单不存在")
            : Ok(new() { ["bill_download_url"] = new Uri(gateway.Address, $"/bill/{day:yyyyMMdd}").ToString() });
    }

    private Task DownloadAsync(HttpContext context, string token) =>
        context.Response.Body.WriteAsync(gateway.Bill.Alipay(DateOnly.ParseExact(token, "yyyyMMdd", CultureInfo.InvariantCulture))!).AsTask();

    // Ten minutes on either side, as the real gateway.
    private bool IsNow(Dictionary<string, string> form) => form.TryGetValue("timestamp", out var time) && (gateway.Clock() - At(time)).Duration() < TimeSpan.FromMinutes(10);

    private static DateTimeOffset At(string time) => new(DateTime.ParseExact(time, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    private bool IsOurs(Dictionary<string, string> form)
    {
        var content = string.Join('&', form.Where(f => f.Key != "sign" && f.Value.Length > 0).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}"));
        return form.GetValueOrDefault("app_id") == GatewayKeys.AlipayAppId && form.GetValueOrDefault("sign_type") == "RSA2" && form.TryGetValue("sign", out var sign)
            && gateway.Keys.Merchant.VerifyData(Encoding.UTF8.GetBytes(content), Convert.FromBase64String(sign), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static string Sign(Gateway gateway, string text) =>
        Convert.ToBase64String(gateway.Signer.Key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    private static JsonObject Ok(JsonObject more)
    {
        (more["code"], more["msg"]) = ("10000", "Success");
        return more;
    }

    private static JsonObject Error(string code, string message) => new() { ["code"] = "40004", ["msg"] = "Business Failed", ["sub_code"] = code, ["sub_msg"] = message };

    private static string Yuan(long fen) => (fen / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private static long Fen(string yuan) => (long)(decimal.Parse(yuan, CultureInfo.InvariantCulture) * 100);

    private static string Time(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}

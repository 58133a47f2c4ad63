using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PropertyDesk.GatewaySim;

/// <summary>WeChat Pay's API v3: verifies every request as strictly as the real side, signs every answer and notice.</summary>
internal sealed partial class WeChatPaySide(Gateway gateway)
{
    public void Map(WebApplication app)
    {
        app.MapPost("/v3/pay/transactions/native", context => AnswerAsync(context, (body, _) => Order(body, isInside: false)));
        app.MapPost("/v3/pay/transactions/jsapi", context => AnswerAsync(context, (body, _) => Order(body, isInside: true)));
        app.MapGet("/v3/pay/transactions/out-trade-no/{no}", context => AnswerAsync(context, (_, _) => Query(Route(context))));
        app.MapPost("/v3/pay/transactions/out-trade-no/{no}/close", context => AnswerAsync(context, (_, _) => Close(Route(context))));
        app.MapPost("/v3/refund/domestic/refunds", context => AnswerAsync(context, Refund));
        app.MapGet("/v3/refund/domestic/refunds/{no}", context => AnswerAsync(context, (_, _) => QueryRefund(Route(context))));
        app.MapGet("/v3/bill/tradebill", context => AnswerAsync(context, (_, _) => BillLink(context)));
        app.MapGet("/v3/billdownload/file", DownloadAsync);
    }

    public static HttpRequestMessage PaidNotice(Gateway gateway, GatewayOrder order) => Notice(gateway, order, "TRANSACTION.SUCCESS", "transaction", TransactionOf(gateway, order));

    public static HttpRequestMessage RefundedNotice(Gateway gateway, GatewayOrder order, GatewayRefund refund)
    {
        var content = RefundOf(order, refund);
        content.Remove("status");
        content["refund_status"] = "SUCCESS";
        content["mchid"] = GatewayKeys.MerchantId;
        return Notice(gateway, order, "REFUND.SUCCESS", "refund", content);
    }

    private (int Status, JsonObject? Answer) Order(JsonObject body, bool isInside)
    {
        var (number, openId) = ((string)body["out_trade_no"]!, (string?)body["payer"]?["openid"]);
        if ((string?)body["mchid"] != GatewayKeys.MerchantId || (string?)body["appid"] != GatewayKeys.WeChatAppId || (string?)body["amount"]!["currency"] != "CNY" || !Number().IsMatch(number)
            || isInside != openId is not null)
        {
            return Error(400, "PARAM_ERROR", "参数错误");
        }

        if (isInside && !gateway.Users.IsOf(GatewayKeys.WeChatAppId, openId!))
        {
            return Error(400, "PARAM_ERROR", "无效的openid：openid与appid不匹配");
        }

        var order = gateway.Add(new GatewayOrder
        {
            IsAlipay = false,
            Way = isInside ? "JSAPI" : "NATIVE",
            OpenId = openId,
            Number = number,
            Fen = (long)body["amount"]!["total"]!,
            NotifyUrl = (string)body["notify_url"]!,
            Subject = (string)body["description"]!,
            ExpiresAt = DateTimeOffset.Parse((string)body["time_expire"]!, CultureInfo.InvariantCulture),
        });
        return order.State switch
        {
            "SUCCESS" => Error(400, "ORDERPAID", "该订单已支付"),
            "CLOSED" => Error(400, "ORDER_CLOSED", "该订单已关闭"),
            _ when order.Fen != (long)body["amount"]!["total"]! || order.OpenId != openId => Error(403, "OUT_TRADE_NO_USED", "商户订单号重复"),
            _ when isInside => (200, new JsonObject { ["prepay_id"] = order.PrepayId ??= "wx" + gateway.NextId() + RandomNumberGenerator.GetHexString(12) }),
            _ => (200, new JsonObject { ["code_url"] = "weixin://wxpay/bizpayurl?pr=" + number[..9] }),
        };
    }

    private (int, JsonObject?) Query(string number) => gateway.Find(gateway.Knobs.AnswersAbout ?? number) is { IsAlipay: false } order ? (200, TransactionOf(gateway, order)) : Error(404, "ORDER_NOT_EXIST", "订单不存在");

    private (int, JsonObject?) Close(string number)
    {
        if (gateway.Find(number) is not { IsAlipay: false } order)
        {
            return Error(404, "ORDER_NOT_EXIST", "订单不存在");
        }

        lock (order)
        {
            if (order.State == "SUCCESS")
            {
                return Error(400, "ORDERPAID", "该订单已支付");
            }

            order.State = "CLOSED";
            return (204, null);
        }
    }

    private (int, JsonObject?) Refund(JsonObject body, HttpContext context)
    {
        var order = gateway.FindPaid((string)body["transaction_id"]!);
        var (number, fen) = ((string)body["out_refund_no"]!, (long)body["amount"]!["refund"]!);
        if (order is null || order.IsAlipay)
        {
            return Error(404, "RESOURCE_NOT_EXISTS", "订单不存在");
        }

        GatewayRefund refund;
        lock (order)
        {
            if (order.Refunds.Find(r => r.Number == number) is { } known)
            {
                return (200, RefundOf(order, known));
            }

            if (order.Fen != (long)body["amount"]!["total"]! || order.Refunds.Where(r => r.State != "CLOSED").Sum(r => r.Fen) + fen > order.Fen)
            {
                return Error(403, "NOT_ENOUGH", "可退余额不足");
            }

            refund = new GatewayRefund { Number = number, Id = "50" + gateway.NextId(), Fen = fen, At = gateway.Clock(), IsDone = !gateway.Knobs.SlowRefunds && gateway.Knobs.RefundsEnd is null };
            refund.State = gateway.Knobs.RefundsEnd ?? refund.State;
            order.Refunds.Add(refund);
        }

        if (refund.IsDone)
        {
            gateway.Notifier.Refunded(order, refund);
        }

        return (200, RefundOf(order, refund));
    }

    private (int, JsonObject?) QueryRefund(string number)
    {
        var order = gateway.Orders.FirstOrDefault(o => !o.IsAlipay && o.Refunds.Exists(r => r.Number == number));
        return order is null ? Error(404, "RESOURCE_NOT_EXISTS", "退款单不存在") : (200, RefundOf(order, order.Refunds.Find(r => r.Number == number)!));
    }

    private (int, JsonObject?) BillLink(HttpContext context)
    {
        var date = DateOnly.ParseExact(context.Request.Query["bill_date"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (gateway.Bill.WeChatPay(date) is not { } bill)
        {
            return Error(400, "NO_STATEMENT_EXIST", "账单不存在");
        }

        // The algorithm is the protocol's.
#pragma warning disable CA5350
        var hash = Convert.ToHexStringLower(SHA1.HashData(bill));
#pragma warning restore CA5350
        return (200, new JsonObject
        {
            ["hash_type"] = "SHA1",
            ["hash_value"] = hash,
            ["download_url"] = new Uri(gateway.Address, $"/v3/billdownload/file?token={date:yyyyMMdd}").ToString(),
        });
    }

    private async Task DownloadAsync(HttpContext context)
    {
        if (!IsOurs(context, ""))
        {
            context.Response.StatusCode = 401;
            return;
        }

        var bill = gateway.Bill.WeChatPay(DateOnly.ParseExact(context.Request.Query["token"]!, "yyyyMMdd", CultureInfo.InvariantCulture))!;
        await using var zip = new System.IO.Compression.GZipStream(context.Response.Body, System.IO.Compression.CompressionLevel.Fastest);
        await zip.WriteAsync(bill);
    }

    private static JsonObject TransactionOf(Gateway gateway, GatewayOrder order)
    {
        var answer = new JsonObject
        {
            ["appid"] = GatewayKeys.WeChatAppId,
            ["mchid"] = gateway.Knobs.ForeignMerchant ? "1999999999" : GatewayKeys.MerchantId,
            ["out_trade_no"] = order.Number,
            ["trade_state"] = order.State == "SUCCESS" && order.Refunds.Count > 0 ? "REFUND" : order.State,
            ["trade_state_desc"] = order.State == "SUCCESS" ? "支付成功" : "订单未支付",
        };
        if (order.PaidAt is { } at)
        {
            answer["transaction_id"] = order.TransactionId;
            answer["trade_type"] = order.Way;
            answer["bank_type"] = "OTHERS";
            answer["success_time"] = at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
            answer["payer"] = new JsonObject { ["openid"] = order.OpenId ?? "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o" };
            // What the payer gave after coupons may be less; the order's amount counts.
            answer["amount"] = new JsonObject { ["total"] = order.Fen + gateway.Knobs.AmountOff, ["payer_total"] = order.Fen - 1, ["currency"] = "CNY", ["payer_currency"] = "CNY" };
        }

        return answer;
    }

    private static JsonObject RefundOf(GatewayOrder order, GatewayRefund refund) => new()
    {
        ["refund_id"] = refund.Id,
        ["out_refund_no"] = refund.Number,
        ["transaction_id"] = order.TransactionId,
        ["out_trade_no"] = order.Number,
        ["status"] = refund.IsDone ? "SUCCESS" : refund.State,
        ["success_time"] = refund.IsDone ? refund.At.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture) : null,
        ["user_received_account"] = "招商银行信用卡0403",
        ["amount"] = new JsonObject { ["total"] = order.Fen, ["refund"] = refund.Fen, ["payer_total"] = order.Fen, ["payer_refund"] = refund.Fen, ["currency"] = "CNY" },
    };

    private static HttpRequestMessage Notice(Gateway gateway, GatewayOrder order, string type, string original, JsonObject content)
    {
        var nonce = RandomNumberGenerator.GetHexString(12);
        var plain = Encoding.UTF8.GetBytes(content.ToJsonString());
        var (cipher, tag) = (new byte[plain.Length], new byte[16]);
        using (var aes = new AesGcm(Encoding.UTF8.GetBytes(gateway.Keys.ApiKey), 16))
        {
            aes.Encrypt(Encoding.UTF8.GetBytes(nonce), plain, cipher, tag, Encoding.UTF8.GetBytes(original));
        }

        var body = Encoding.UTF8.GetBytes(new JsonObject
        {
            ["id"] = Guid.NewGuid().ToString(),
            ["create_time"] = gateway.Clock().ToString("O", CultureInfo.InvariantCulture),
            ["event_type"] = type,
            ["resource_type"] = "encrypt-resource",
            ["resource"] = new JsonObject
            {
                ["original_type"] = original,
                ["algorithm"] = "AEAD_AES_256_GCM",
                ["ciphertext"] = Convert.ToBase64String([.. cipher, .. tag]),
                ["associated_data"] = original,
                ["nonce"] = nonce,
            },
        }.ToJsonString());
        var request = new HttpRequestMessage(HttpMethod.Post, order.NotifyUrl);
        foreach (var (name, value) in Signature(gateway, body))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (gateway.Knobs.Tamper)
        {
            body[^3] ^= 1;
        }

        request.Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        return request;
    }

    private static Dictionary<string, string> Signature(Gateway gateway, byte[] body)
    {
        var time = gateway.Clock().AddSeconds(gateway.Knobs.ClockOff).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetHexString(32);
        var (key, id) = gateway.Signer;
        var signature = Convert.ToBase64String(key.SignData([.. Encoding.UTF8.GetBytes($"{time}\n{nonce}\n"), .. body, (byte)'\n'], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        return new()
        {
            ["Wechatpay-Timestamp"] = time,
            ["Wechatpay-Nonce"] = nonce,
            ["Wechatpay-Serial"] = id,
            ["Wechatpay-Signature"] = gateway.Knobs.SignatureProbe ? "WECHATPAY/SIGNTEST/" + signature : signature,
        };
    }

    private async Task AnswerAsync(HttpContext context, Func<JsonObject, HttpContext, (int Status, JsonObject? Answer)> act)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var (status, answer) = gateway.Knobs.RefuseNext-- <= 0 && IsOurs(context, body) ? act(body.Length > 0 ? JsonNode.Parse(body)!.AsObject() : [], context) : Error(401, "SIGN_ERROR", "签名错误");
        var bytes = answer is null ? [] : Encoding.UTF8.GetBytes(answer.ToJsonString());
        foreach (var (name, value) in Signature(gateway, bytes))
        {
            context.Response.Headers[name] = value;
        }

        (context.Response.StatusCode, context.Response.ContentType) = (status, "application/json");
        if (bytes.Length > 0)
        {
            await context.Response.Body.WriteAsync(bytes);
        }
    }

    private bool IsOurs(HttpContext context, string body)
    {
        var match = Authorization().Match(context.Request.Headers.Authorization.ToString());
        if (!match.Success || match.Groups["mchid"].Value != GatewayKeys.MerchantId || match.Groups["serial"].Value != GatewayKeys.CertificateSerial)
        {
            return false;
        }

        var time = long.Parse(match.Groups["time"].Value, CultureInfo.InvariantCulture);
        var text = $"{context.Request.Method}\n{context.Request.Path}{context.Request.QueryString}\n{time}\n{match.Groups["nonce"].Value}\n{body}\n";
        return Math.Abs(gateway.Clock().ToUnixTimeSeconds() - time) < 300
            && gateway.Keys.Merchant.VerifyData(Encoding.UTF8.GetBytes(text), Convert.FromBase64String(match.Groups["signature"].Value), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static string Route(HttpContext context) => (string)context.GetRouteValue("no")!;

    private static (int, JsonObject?) Error(int status, string code, string message) => (status, new JsonObject { ["code"] = code, ["message"] = message });

    [GeneratedRegex("^WECHATPAY2-SHA256-RSA2048 mchid=\"(?<mchid>\\d+)\",nonce_str=\"(?<nonce>\\w+)\",timestamp=\"(?<time>\\d+)\",serial_no=\"(?<serial>\\w+)\",signature=\"(?<signature>[^\"]+)\"$", RegexOptions.ExplicitCapture)]
    private static partial Regex Authorization();

    [GeneratedRegex("^[0-9A-Za-z_|*-]{6,32}$")]
    private static partial Regex Number();
}

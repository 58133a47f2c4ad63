using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using PropertyDesk.Application.Channels;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;

namespace PropertyDesk.Infrastructure.Channels.Alipay;

/// <summary>Alipay's open platform: a code that the owner scans or opens, queries, refunds, notices, daily bills.</summary>
internal sealed class AlipayChannel(ChannelHttp http, ChannelGateways gateways, TimeProvider clock) : IPaymentChannel
{
    private const string Ok = "10000";
    private const string NotFound = "ACQ.TRADE_NOT_EXIST";

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public ChannelKind Kind => ChannelKind.Alipay;

    public async Task<string> OfferAsync(ChannelAccess access, OfferedOrder order, CancellationToken cancel)
    {
        var answer = await CallAsync(
            access,
            "alipay.trade.precreate",
            new() { ["out_trade_no"] = order.Number, ["total_amount"] = AlipayRequest.Yuan(order.Amount), ["subject"] = order.Subject, ["time_expire"] = AlipayRequest.Time(order.ExpiresAt) },
            cancel,
            notifies: true);
        return Text(answer, "qr_code");
    }

    public async Task<ChannelEvent?> AskAsync(ChannelAccess access, string orderNumber, CancellationToken cancel)
    {
        try
        {
            var answer = await CallAsync(access, "alipay.trade.query", new() { ["out_trade_no"] = orderNumber }, cancel);
            var told = EventOf(access.MerchantId, access.AppId, name => answer.TryGetProperty(name, out var value) ? value.GetString() : null, "send_pay_date");
            return told.OrderNumber == orderNumber ? told : throw new ChannelUnavailable("The answer is about another order.");
        }
        catch (ChannelRefusal refusal) when (refusal.Code == NotFound)
        {
            return null;
        }
    }

    public async Task CloseAsync(ChannelAccess access, string orderNumber, CancellationToken cancel)
    {
        try
        {
            await CallAsync(access, "alipay.trade.close", new() { ["out_trade_no"] = orderNumber }, cancel);
        }
        catch (ChannelRefusal refusal) when (refusal.Code is NotFound or "ACQ.TRADE_HAS_CLOSE")
        {
            // There is nothing to end.
        }
    }

    public async Task<ChannelEvent> RefundAsync(ChannelAccess access, OrderedRefund refund, CancellationToken cancel)
    {
        await CallAsync(
            access,
            "alipay.trade.refund",
            new() { ["trade_no"] = refund.TransactionId, ["refund_amount"] = AlipayRequest.Yuan(refund.Amount), ["out_request_no"] = refund.Number, ["refund_reason"] = refund.Reason },
            cancel);
        // Whether money moved in this call or in an earlier one with the same number is told by the query. The channel took
        // the order by now: a question that it refuses says nothing of the money.
        try
        {
            return await AskRefundAsync(access, refund, cancel) ?? Refund(access, refund, ChannelEventKind.RefundPending);
        }
        catch (ChannelRefusal)
        {
            return Refund(access, refund, ChannelEventKind.RefundPending);
        }
    }

    public async Task<ChannelEvent?> AskRefundAsync(ChannelAccess access, OrderedRefund refund, CancellationToken cancel)
    {
        try
        {
            var answer = await CallAsync(access, "alipay.trade.fastpay.refund.query", new() { ["trade_no"] = refund.TransactionId, ["out_request_no"] = refund.Number }, cancel);
            if (!answer.TryGetProperty("refund_status", out var status))
            {
                return null;
            }

            return status.GetString() == "REFUND_SUCCESS" && answer.TryGetProperty("refund_amount", out var amount)
                ? Refund(access, refund, ChannelEventKind.Refunded) with { Amount = Fen(amount.GetString()) }
                : Refund(access, refund, ChannelEventKind.RefundPending);
        }
        catch (ChannelRefusal refusal) when (refusal.Code == NotFound)
        {
            return null;
        }
    }

    public ChannelEvent ReadNotice(ChannelAccess access, IReadOnlyDictionary<string, string> headers, byte[] body)
    {
        var parameters = Form(body);
        AlipaySignature.VerifyNotice(access, parameters);
        string? Field(string name) => parameters.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
        if (Field("app_id") != access.AppId || (Field("seller_id") ?? access.MerchantId) != access.MerchantId)
        {
            throw new NoticeRefused($"About app {Field("app_id")} and seller {Field("seller_id")}, which are not ours.");
        }

        try
        {
            // A partial refund is told as one more success, with all that was given back so far: it is no second payment. Its
            // key is not that of the answer to a query, which alone tells what this refund gave.
            return Field("refund_fee") is { } back && Field("gmt_refund") is not null
                ? new ChannelEvent(
                    ChannelEventKind.Refunded, access.MerchantId, access.AppId, $"{Field("out_biz_no") ?? Field("out_trade_no")}:told", Field("out_trade_no") ?? "", Field("trade_no") ?? "",
                    Fen(back), "CNY", At(Field("gmt_refund")), Field("out_biz_no") ?? Field("out_trade_no"), Field("out_biz_no"), IsTotal: true)
                : EventOf(access.MerchantId, access.AppId, Field, "gmt_payment");
        }
        catch (Exception error) when (error is FormatException or OverflowException or RuleViolation or ChannelUnavailable)
        {
            throw new NoticeRefused("The content lacks what names the payment.");
        }
    }

    public async Task<StatementFile> StatementAsync(ChannelAccess access, DateOnly day, CancellationToken cancel)
    {
        var date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var answer = await CallAsync(access, "alipay.data.dataservice.bill.downloadurl.query", new() { ["bill_type"] = "trade", ["bill_date"] = date }, cancel);
        var address = AlipayStatement.AddressOf(Text(answer, "bill_download_url"), gateways);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var file = await http.SendAsync(request, cancel);
        return file.Status == 200 ? new StatementFile($"alipay-{date}.zip", file.Body) : throw new ChannelUnavailable($"HTTP {file.Status}.");
    }

    public IReadOnlyList<StatementEntry> ReadStatement(byte[] content) => AlipayStatement.Read(content);

    private static ChannelEvent EventOf(string merchant, string app, Func<string, string?> field, string paidAt)
    {
        var order = field("out_trade_no") ?? throw Incomplete();
        var kind = field("trade_status") switch
        {
            "TRADE_SUCCESS" or "TRADE_FINISHED" => ChannelEventKind.Paid,
            // Closed after a full refund was paid once; then the amount is there, and a day of payment.
            "TRADE_CLOSED" => field(paidAt) is null ? ChannelEventKind.Closed : ChannelEventKind.Paid,
            "WAIT_BUYER_PAY" => ChannelEventKind.Pending,
            _ => throw Incomplete(),
        };
        var id = field("trade_no") ?? "";
        return kind == ChannelEventKind.Paid
            ? new ChannelEvent(kind, merchant, app, $"{(id.Length > 0 ? id : throw Incomplete())}:paid", order, id, Fen(field("total_amount")), "CNY", At(field(paidAt) ?? field("gmt_create")))
            : new ChannelEvent(kind, merchant, app, $"{order}:{kind}", order, id, Money.Zero, "CNY", DateTimeOffset.UnixEpoch, Note: field("trade_status"));
    }

    private ChannelEvent Refund(ChannelAccess access, OrderedRefund refund, ChannelEventKind kind) => new(
        kind, access.MerchantId, access.AppId, $"{refund.Number}:refunded", refund.OrderNumber, refund.TransactionId, refund.Amount, "CNY", clock.GetUtcNow(), refund.Number, refund.Number);

    private async Task<JsonElement> CallAsync(ChannelAccess access, string method, Dictionary<string, string> content, CancellationToken cancel, bool notifies = false)
    {
        var parameters = AlipayRequest.Signed(access, method, content, clock.GetUtcNow(), notifies ? new() { ["notify_url"] = access.NotifyAddress } : []);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(gateways.Alipay, "/gateway.do?charset=utf-8")) { Content = new FormUrlEncodedContent(parameters) };
        var answer = await http.SendAsync(request, cancel);
        if (answer.Status != 200)
        {
            throw new ChannelUnavailable($"HTTP {answer.Status}.");
        }

        return Judge(access, Encoding.UTF8.GetString(answer.Body), method.Replace('.', '_') + "_response");
    }

    private static JsonElement Judge(ChannelAccess access, string answer, string node)
    {
        var isError = !answer.Contains($"\"{node}\":", StringComparison.Ordinal) && answer.Contains("\"error_response\":", StringComparison.Ordinal);
        // What the gateway refuses before it knows who asks, it may not sign; it moved no money.
        if (isError && !answer.Contains("\"sign\":", StringComparison.Ordinal))
        {
            throw Refusal(Parse(answer).GetProperty("error_response"));
        }

        var result = Parse(AlipaySignature.VerifiedNode(access, answer, isError ? "error_response" : node));
        return Text(result, "code") switch
        {
            Ok => result,
            "20000" => throw new ChannelUnavailable("The channel itself does not know."),
            // It may have happened before the error did.
            _ when Code(result).EndsWith("SYSTEM_ERROR", StringComparison.OrdinalIgnoreCase) => throw new ChannelUnavailable($"The channel failed: {Code(result)}."),
            _ => throw Refusal(result),
        };
    }

    private static JsonElement Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException error)
        {
            throw new ChannelUnavailable("The answer cannot be read.", error);
        }
    }

    private static string Code(JsonElement node) => node.TryGetProperty("sub_code", out var code) ? code.GetString() ?? "" : Text(node, "code");

    private static ChannelRefusal Refusal(JsonElement node) => new(
        Code(node), node.TryGetProperty("sub_msg", out var message) ? message.GetString() ?? "" : "");

    private static string Text(JsonElement node, string name) => node.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text ? text : throw Incomplete();

    private static Dictionary<string, string> Form(byte[] body)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in Encoding.UTF8.GetString(body).Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            if (!parameters.TryAdd(WebUtility.UrlDecode(parts[0]), parts.Length > 1 ? WebUtility.UrlDecode(parts[1]) : ""))
            {
                throw new NoticeRefused("A field is there twice.");
            }
        }

        return parameters;
    }

    private static Money Fen(string? yuan) => Money.Exact(decimal.Parse(yuan ?? throw Incomplete(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture));

    private static DateTimeOffset At(string? text) => text is null
        ? throw Incomplete()
        : new DateTimeOffset(DateTime.Parse(text, CultureInfo.InvariantCulture), China);

    private static ChannelUnavailable Incomplete() => new("The answer lacks what names the payment.");
}

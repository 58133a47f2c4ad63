using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PropertyDesk.Application.Channels;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;

namespace PropertyDesk.Infrastructure.Channels.WeChatPay;

/// <summary>WeChat Pay, API v3: orders by a code that is scanned (Native) or inside WeChat's browser (JSAPI), queries, refunds, notices, daily bills.</summary>
internal sealed class WeChatPayChannel(ChannelHttp http, ChannelGateways gateways, TimeProvider clock) : IPaymentChannel
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public ChannelKind Kind => ChannelKind.WeChatPay;

    public async Task<string> OfferAsync(ChannelAccess access, OfferedOrder order, CancellationToken cancel)
    {
        var body = new NewTransaction(
            access.AppId, access.MerchantId, order.Subject.Length > 40 ? order.Subject[..40] : order.Subject, order.Number,
            order.ExpiresAt.ToOffset(China).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture), access.NotifyAddress, new OrderAmount(order.Amount.Fen, "CNY"),
            order.PayerId is { } payer ? new Payer(payer) : null);
        var isInside = order.Way == ChannelWay.Jsapi;
        var answer = Read<CodeAnswer>(await CallAsync(access, HttpMethod.Post, isInside ? "/v3/pay/transactions/jsapi" : "/v3/pay/transactions/native", body, cancel));
        return (isInside ? answer.PrepayId : answer.CodeUrl) is { Length: > 0 } given ? given : throw Incomplete();
    }

    public async Task<ChannelEvent?> AskAsync(ChannelAccess access, string orderNumber, CancellationToken cancel)
    {
        try
        {
            var told = EventOf(Read<Transaction>(await CallAsync(access, HttpMethod.Get, $"/v3/pay/transactions/out-trade-no/{orderNumber}?mchid={access.MerchantId}", null, cancel)), clock.GetUtcNow());
            return told.MerchantId == access.MerchantId && told.AppId == access.AppId && told.OrderNumber == orderNumber ? told : throw new ChannelUnavailable("The answer is about another order.");
        }
        catch (ChannelRefusal refusal) when (refusal.Code is "ORDER_NOT_EXIST" or "RESOURCE_NOT_EXISTS")
        {
            return null;
        }
    }

    public async Task CloseAsync(ChannelAccess access, string orderNumber, CancellationToken cancel)
    {
        try
        {
            await CallAsync(access, HttpMethod.Post, $"/v3/pay/transactions/out-trade-no/{orderNumber}/close", new CloseBody(access.MerchantId), cancel);
        }
        catch (ChannelRefusal refusal) when (refusal.Code is "ORDER_NOT_EXIST" or "RESOURCE_NOT_EXISTS" or "ORDER_CLOSED")
        {
            // There is nothing to end.
        }
    }

    public async Task<ChannelEvent> RefundAsync(ChannelAccess access, OrderedRefund refund, CancellationToken cancel)
    {
        var body = new NewRefund(
            refund.TransactionId, refund.Number, refund.Reason.Length > 40 ? refund.Reason[..40] : refund.Reason, access.NotifyAddress, new RefundAmount(refund.Amount.Fen, refund.Total.Fen, "CNY"));
        return About(refund, EventOf(access, Read<RefundAnswer>(await CallAsync(access, HttpMethod.Post, "/v3/refund/domestic/refunds", body, cancel)), clock.GetUtcNow()));
    }

    public async Task<ChannelEvent?> AskRefundAsync(ChannelAccess access, OrderedRefund refund, CancellationToken cancel)
    {
        try
        {
            return About(refund, EventOf(access, Read<RefundAnswer>(await CallAsync(access, HttpMethod.Get, $"/v3/refund/domestic/refunds/{refund.Number}", null, cancel)), clock.GetUtcNow()));
        }
        catch (ChannelRefusal refusal) when (refusal.Code is "RESOURCE_NOT_EXISTS" or "REFUND_NOT_EXISTS")
        {
            return null;
        }
    }

    public ChannelEvent ReadNotice(ChannelAccess access, IReadOnlyDictionary<string, string> headers, byte[] body)
    {
        var now = clock.GetUtcNow();
        WeChatPaySignature.Verify(access, headers, body, now);
        try
        {
            var notice = JsonSerializer.Deserialize<Notice>(body, Json);
            var plain = WeChatPaySignature.Decrypt(access, notice?.Resource ?? throw new NoticeRefused("No content."));
            var told = notice.EventType?.StartsWith("REFUND.", StringComparison.Ordinal) == true
                ? EventOf(access, Read<RefundAnswer>(plain), now)
                : EventOf(Read<Transaction>(plain), now);
            return told.MerchantId == access.MerchantId && (told.AppId.Length == 0 || told.AppId == access.AppId)
                ? told
                : throw new NoticeRefused($"About merchant {told.MerchantId} and app {told.AppId}, which are not ours.");
        }
        catch (JsonException)
        {
            throw new NoticeRefused("The content is not what a notice carries.");
        }
        catch (ChannelUnavailable)
        {
            throw new NoticeRefused("The content lacks what names the payment.");
        }
    }

    public async Task<StatementFile> StatementAsync(ChannelAccess access, DateOnly day, CancellationToken cancel)
    {
        var date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var link = Read<BillLink>(await CallAsync(access, HttpMethod.Get, $"/v3/bill/tradebill?bill_date={date}&bill_type=ALL&tar_type=GZIP", null, cancel));
        // The path is taken, the host is not: a channel's bill comes from the channel.
        var target = Uri.TryCreate(link.DownloadUrl, UriKind.Absolute, out var address) && link.HashType == "SHA1" ? address.PathAndQuery : throw Incomplete();
        using var request = Signed(access, HttpMethod.Get, target, "");
        var answer = await http.SendAsync(request, cancel);
        if (answer.Status != 200)
        {
            throw Refusal(answer);
        }

        var content = ChannelFiles.Unzip(answer.Body);
        // This one answer is not signed; its hash came in one that was. The algorithm is the channel's choice.
#pragma warning disable CA5350
        var hash = Convert.ToHexString(SHA1.HashData(content));
#pragma warning restore CA5350
        return hash.Equals(link.HashValue, StringComparison.OrdinalIgnoreCase)
            ? new StatementFile($"wechatpay-{date}.csv", content)
            : throw new ChannelUnavailable("The statement's hash does not fit.");
    }

    public IReadOnlyList<StatementEntry> ReadStatement(byte[] content) => WeChatPayStatement.Read(content);

    private static ChannelEvent EventOf(Transaction told, DateTimeOffset now)
    {
        var (order, state) = (told.OutTradeNo ?? throw Incomplete(), told.TradeState ?? throw Incomplete());
        var kind = state switch
        {
            "SUCCESS" or "REFUND" => ChannelEventKind.Paid,
            "CLOSED" or "REVOKED" => ChannelEventKind.Closed,
            // A payment that failed may be tried again as long as the order stands.
            _ => ChannelEventKind.Pending,
        };
        if (kind != ChannelEventKind.Paid)
        {
            return new ChannelEvent(kind, told.Mchid ?? "", told.Appid ?? "", $"{order}:{state}", order, "", Money.Zero, "CNY", now, Note: state);
        }

        var (id, amount) = (told.TransactionId ?? throw Incomplete(), told.Amount ?? throw Incomplete());
        return new ChannelEvent(kind, told.Mchid ?? "", told.Appid ?? "", $"{id}:paid", order, id, new Money(amount.Total), amount.Currency ?? "CNY", told.SuccessTime ?? now);
    }

    private static ChannelEvent EventOf(ChannelAccess access, RefundAnswer told, DateTimeOffset now)
    {
        var (number, status) = (told.OutRefundNo ?? throw Incomplete(), told.RefundStatus ?? told.Status ?? throw Incomplete());
        var kind = status switch
        {
            "SUCCESS" => ChannelEventKind.Refunded,
            "CLOSED" => ChannelEventKind.RefundFailed,
            // ABNORMAL: taken from the merchant and not yet with the payer; somebody must act at the channel, then it goes on.
            _ => ChannelEventKind.RefundPending,
        };
        return new ChannelEvent(
            kind, told.Mchid ?? access.MerchantId, "", $"{number}:{(kind == ChannelEventKind.Refunded ? "refunded" : status)}", told.OutTradeNo ?? "", told.TransactionId ?? "",
            new Money(told.Amount?.Refund ?? throw Incomplete()), told.Amount.Currency ?? "CNY", told.SuccessTime ?? now, number, told.RefundId,
            status is "CLOSED" or "ABNORMAL" ? status : null);
    }

    private static ChannelEvent About(OrderedRefund refund, ChannelEvent told) =>
        told.RefundNumber == refund.Number && told.TransactionId == refund.TransactionId ? told : throw new ChannelUnavailable("The answer is about another refund.");

    private async Task<byte[]> CallAsync(ChannelAccess access, HttpMethod method, string target, object? body, CancellationToken cancel)
    {
        using var request = Signed(access, method, target, body is null ? "" : JsonSerializer.Serialize(body, Json));
        var answer = await http.SendAsync(request, cancel);
        try
        {
            WeChatPaySignature.Verify(access, answer.Headers, answer.Body, clock.GetUtcNow());
        }
        catch (NoticeRefused refused)
        {
            // An error about our own signature is signed by nobody; anything else unproven says nothing.
            throw answer.Status is 401 or 403 ? Refusal(answer) : new ChannelUnavailable(refused.Message, refused);
        }

        return answer.Status switch
        {
            >= 200 and < 300 => answer.Body,
            429 or >= 500 => throw new ChannelUnavailable($"HTTP {answer.Status}."),
            _ => throw Refusal(answer),
        };
    }

    private HttpRequestMessage Signed(ChannelAccess access, HttpMethod method, string target, string body)
    {
        var request = new HttpRequestMessage(method, new Uri(gateways.WeChatPay, target));
        request.Headers.TryAddWithoutValidation("Authorization", WeChatPaySignature.Authorization(access, method.Method, target, body, clock.GetUtcNow()));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.TryAddWithoutValidation("Wechatpay-Serial", access.ChannelKeys[0].Id);
        if (body.Length > 0)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }

        return request;
    }

    private static ChannelRefusal Refusal(ChannelAnswer answer)
    {
        try
        {
            var error = JsonSerializer.Deserialize<ApiError>(answer.Body, Json);
            return new ChannelRefusal(error?.Code ?? $"HTTP {answer.Status}", error?.Message ?? "");
        }
        catch (JsonException)
        {
            return new ChannelRefusal($"HTTP {answer.Status}", "");
        }
    }

    private static T Read<T>(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, Json) ?? throw Incomplete();
        }
        catch (JsonException error)
        {
            throw new ChannelUnavailable("The answer cannot be read.", error);
        }
    }

    private static ChannelUnavailable Incomplete() => new("The answer lacks what names the payment.");
}

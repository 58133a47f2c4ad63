using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using PropertyDesk.Application;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Infrastructure.Sms;

/// <summary>SMS through Aliyun (Dysmsapi 2017-05-25).</summary>
internal sealed class AliyunSms(SmsHttp http, SmsGateways gateways, TimeProvider clock) : ISmsSender
{
    private const string Version = "2017-05-25";
    private const string Ok = "OK";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public SmsProvider Provider => SmsProvider.Aliyun;

    public string ReceiptAnswer => """{"code":0,"msg":"OK"}""";

    public async Task<SmsTaken> SendAsync(SmsAccess access, SmsMessage message, CancellationToken cancel)
    {
        var answer = await CallAsync(access, "SendSms", new()
        {
            ["PhoneNumbers"] = message.Phone.TrimStart('+'),
            ["SignName"] = access.SignName,
            ["TemplateCode"] = message.TemplateCode,
            ["TemplateParam"] = JsonSerializer.Serialize(message.Parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal), Plain),
            ["OutId"] = message.Reference,
        }, cancel);
        return SmsHttp.Text(answer, "Code") == Ok ? new SmsTaken(SmsHttp.Text(answer, "BizId") ?? "", null) : throw Judge(answer);
    }

    public async Task<SmsFact?> AskAsync(SmsAccess access, SmsQuestion question, CancellationToken cancel)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PhoneNumber"] = question.Phone.TrimStart('+'),
            ["SendDate"] = question.StartedAt.ToOffset(Beijing).ToString("yyyyMMdd", CultureInfo.InvariantCulture),
            ["PageSize"] = "50",
            ["CurrentPage"] = "1",
        };
        var answer = await CallAsync(access, "QuerySendDetails", parameters, cancel);
        if (SmsHttp.Text(answer, "Code") != Ok)
        {
            throw new SenderDown(Texts.Of("短信服务商答复：{0}", Said(answer)), mayBeOut: true);
        }

        var found = answer.TryGetProperty("SmsSendDetailDTOs", out var list) && list.TryGetProperty("SmsSendDetailDTO", out var rows) && rows.ValueKind == JsonValueKind.Array
            ? rows.EnumerateArray().FirstOrDefault(r => SmsHttp.Text(r, "OutId") == question.Reference)
            : default;
        return found.ValueKind != JsonValueKind.Object ? null : new SmsFact(
            question.ProviderId, SmsHttp.Text(found, "SendStatus") switch { "3" => true, "2" => false, _ => null }, SmsHttp.Text(found, "ErrCode"));
    }

    public IReadOnlyList<SmsReceipt> ReadReceipts(ReadOnlySpan<byte> body) =>
    [
        .. SmsHttp.List(body).Select(r => new SmsReceipt(
            SmsHttp.Text(r, "out_id"), SmsHttp.Text(r, "biz_id"), SmsHttp.Text(r, "phone_number") ?? "", SmsHttp.Text(r, "success") == "true",
            SmsHttp.Text(r, "err_msg") ?? SmsHttp.Text(r, "err_code"), int.TryParse(SmsHttp.Text(r, "sms_size"), NumberStyles.None, CultureInfo.InvariantCulture, out var parts) ? parts : null)),
    ];

    private async Task<JsonElement> CallAsync(SmsAccess access, string action, Dictionary<string, string> parameters, CancellationToken cancel)
    {
        var query = AliyunSignature.Query(parameters);
        var call = new AliyunCall(gateways.Aliyun.Authority, action, Version);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(gateways.Aliyun, "/?" + query)) { Content = new ByteArrayContent([]) };
        foreach (var (name, value) in AliyunSignature.Headers(call, query, access.KeyId, access.Secret, clock.GetUtcNow(), RandomNumberGenerator.GetHexString(32)))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await http.SendAsync(request, cancel);
    }

    // An account that is refused stops the channel; a number or a template only the message.
    private static Exception Judge(JsonElement answer)
    {
        var text = Texts.Of("短信服务商答复：{0}", Said(answer));
        return SmsHttp.Text(answer, "Code") switch
        {
            "SignatureDoesNotMatch" or "InvalidAccessKeyId.NotFound" or "InvalidAccessKeyId.Inactive" or "Forbidden.RAM" or "isp.RAM_PERMISSION_DENY" or "isv.OUT_OF_SERVICE"
                or "isv.PRODUCT_UN_SUBSCRIPT" or "isv.PRODUCT_UNSUBSCRIBE" or "isv.ACCOUNT_NOT_EXISTS" or "isv.ACCOUNT_ABNORMAL" or "isv.AMOUNT_NOT_ENOUGH" or "isv.DENY_IP_RANGE"
                or "isv.DAY_LIMIT_CONTROL" or "isv.MONTH_LIMIT_CONTROL" or "Throttling.User" or "Throttling" => new SenderDown(text, mayBeOut: false),
            "isp.SYSTEM_ERROR" or "InternalError" or "ServiceUnavailable" or null => new SenderDown(text, mayBeOut: true),
            "isv.BUSINESS_LIMIT_CONTROL" => new MessageRefused(text, isFinal: false),
            _ => new MessageRefused(text, isFinal: true),
        };
    }

    private static string Said(JsonElement answer) => $"{SmsHttp.Text(answer, "Code")} {SmsHttp.Text(answer, "Message")}";
}

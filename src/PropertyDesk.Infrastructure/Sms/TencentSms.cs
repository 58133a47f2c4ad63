using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PropertyDesk.Application;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Infrastructure.Sms;

/// <summary>SMS through Tencent Cloud (2021-01-11).</summary>
internal sealed class TencentSms(SmsHttp http, SmsGateways gateways, TimeProvider clock) : ISmsSender
{
    private const string Version = "2021-01-11";
    private const string Region = "ap-guangzhou";
    private const string Service = "sms";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public SmsProvider Provider => SmsProvider.Tencent;

    public string ReceiptAnswer => """{"result":0,"errmsg":"OK"}""";

    public async Task<SmsTaken> SendAsync(SmsAccess access, SmsMessage message, CancellationToken cancel)
    {
        var answer = await CallAsync(access, "SendSms", new
        {
            PhoneNumberSet = new[] { International(message.Phone) },
            SmsSdkAppId = access.AppId,
            access.SignName,
            TemplateId = message.TemplateCode,
            TemplateParamSet = message.Parameters.Select(p => p.Value),
            SessionContext = message.Reference,
        }, cancel);
        ThrowError(answer);
        if (!answer.TryGetProperty("SendStatusSet", out var set) || set.ValueKind != JsonValueKind.Array || set.GetArrayLength() != 1)
        {
            throw new SenderDown(Texts.Of("短信服务商没有明确答复，不能确定是否已发出。"), mayBeOut: true);
        }

        var status = set[0];
        return SmsHttp.Text(status, "Code") == "Ok"
            ? new SmsTaken(SmsHttp.Text(status, "SerialNo") ?? "", int.TryParse(SmsHttp.Text(status, "Fee"), NumberStyles.None, CultureInfo.InvariantCulture, out var fee) ? fee : null)
            : throw Judge(status);
    }

    public async Task<SmsFact?> AskAsync(SmsAccess access, SmsQuestion question, CancellationToken cancel)
    {
        var answer = await CallAsync(access, "PullSmsSendStatusByPhoneNumber", new
        {
            BeginTime = question.StartedAt.AddMinutes(-1).ToUnixTimeSeconds(),
            Offset = 0,
            Limit = 100,
            PhoneNumber = International(question.Phone),
            SmsSdkAppId = access.AppId,
        }, cancel);
        ThrowError(answer);
        var found = answer.TryGetProperty("PullSmsSendStatusSet", out var set) && set.ValueKind == JsonValueKind.Array
            ? set.EnumerateArray().FirstOrDefault(s => SmsHttp.Text(s, "SessionContext") == question.Reference || (question.ProviderId is { } id && SmsHttp.Text(s, "SerialNo") == id))
            : default;
        return found.ValueKind != JsonValueKind.Object ? null : new SmsFact(
            SmsHttp.Text(found, "SerialNo"), SmsHttp.Text(found, "ReportStatus") switch { "SUCCESS" => true, "FAIL" => false, _ => null }, SmsHttp.Text(found, "Description"));
    }

    public IReadOnlyList<SmsReceipt> ReadReceipts(ReadOnlySpan<byte> body) =>
    [
        .. SmsHttp.List(body).Select(r => new SmsReceipt(
            SmsHttp.Text(r, "ext"), SmsHttp.Text(r, "sid"), SmsHttp.Text(r, "mobile") ?? "", SmsHttp.Text(r, "report_status") == "SUCCESS",
            SmsHttp.Text(r, "description") ?? SmsHttp.Text(r, "errmsg"), null)),
    ];

    /// <summary>Mainland numbers are written without their country at the desk.</summary>
    private static string International(string phone) => phone.StartsWith('+') ? phone : phone.StartsWith("86", StringComparison.Ordinal) && phone.Length == 13 ? "+" + phone : "+86" + phone;

    private async Task<JsonElement> CallAsync(SmsAccess access, string action, object parameters, CancellationToken cancel)
    {
        var (body, now) = (JsonSerializer.Serialize(parameters, Plain), clock.GetUtcNow());
        var call = new TencentCall(gateways.Tencent.Authority, Service, action);
        using var request = new HttpRequestMessage(HttpMethod.Post, gateways.Tencent) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(TencentSignature.ContentType);
        request.Headers.TryAddWithoutValidation("Authorization", TencentSignature.Authorization(call, body, access.KeyId, access.Secret, now));
        request.Headers.TryAddWithoutValidation("Host", call.Host);
        request.Headers.TryAddWithoutValidation("X-TC-Action", action);
        request.Headers.TryAddWithoutValidation("X-TC-Version", Version);
        request.Headers.TryAddWithoutValidation("X-TC-Timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("X-TC-Region", Region);
        var answer = await http.SendAsync(request, cancel);
        return answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("Response", out var response)
            ? response
            : throw new SenderDown(Texts.Of("短信服务商没有明确答复，不能确定是否已发出。"), mayBeOut: true);
    }

    private static void ThrowError(JsonElement response)
    {
        if (response.TryGetProperty("Error", out var error))
        {
            throw Judge(error);
        }
    }

    // An account that is refused stops the channel; a number or a template only the message.
    private static Exception Judge(JsonElement said)
    {
        var code = SmsHttp.Text(said, "Code") ?? "";
        var text = Texts.Of("短信服务商答复：{0}", $"{code} {SmsHttp.Text(said, "Message")}");
        return code.Split('.')[0] switch
        {
            "AuthFailure" or "UnauthorizedOperation" or "RequestLimitExceeded" => new SenderDown(text, mayBeOut: false),
            "InternalError" or "" => new SenderDown(text, mayBeOut: true),
            "FailedOperation" when code is "FailedOperation.InsufficientBalanceInSmsPackage" => new SenderDown(text, mayBeOut: false),
            "LimitExceeded" => new MessageRefused(text, isFinal: false),
            _ => new MessageRefused(text, isFinal: true),
        };
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PropertyDesk.IntegrationTests.Deliveries;

/// <summary>A message that the provider took.</summary>
internal sealed record TakenSms(string Phone, string Template, string Parameters, string Reference, string Number)
{
    /// <summary>1 under way, 2 failed, 3 arrived.</summary>
    public int Status { get; set; } = 1;
}

/// <summary>
/// Both SMS providers on this machine. The signatures are worked out from what came over the line, by code that shares
/// nothing with the program; a wrong one is refused as the providers do.
/// </summary>
internal sealed class SmsServer : IAsyncDisposable
{
    public const string KeyId = "test-key-id";
    public const string Secret = "test-key-secret";
    private readonly WebApplication _app;
    private readonly Func<DateTimeOffset> _now;

    private SmsServer(WebApplication app, Func<DateTimeOffset> now) => (_app, _now) = (app, now);

    public Uri Address { get; private set; } = null!;

    public List<TakenSms> Taken { get; } = [];

    public List<string> Refused { get; } = [];

    /// <summary>What the provider says to a message instead of taking it.</summary>
    public string? Verdict { get; set; }

    /// <summary>Takes the message and breaks the line before the answer.</summary>
    public int LoseAnswers { get; set; }

    /// <summary>Breaks the line without taking the message.</summary>
    public int Break { get; set; }

    public int Questions { get; private set; }

    public static async Task<SmsServer> StartAsync(Func<DateTimeOffset> now)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new SmsServer(app, now);
        // As a delegate: taken for a RequestDelegate, its answer would never be written.
        app.MapPost("/", (Delegate)server.AnswerAsync);
        await app.StartAsync();
        server.Address = new Uri(app.Urls.First());
        return server;
    }

    public void Reset()
    {
        (Verdict, LoseAnswers, Break, Questions) = (null, 0, 0, 0);
        Taken.Clear();
        Refused.Clear();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        return context.Request.Headers.ContainsKey("X-TC-Action") ? Tencent(context, body) : Aliyun(context, body);
    }

    private IResult Aliyun(HttpContext context, string body)
    {
        var headers = context.Request.Headers;
        var parts = headers.Authorization.ToString().Split(' ', 2)[1].Split(',').Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1]);
        var names = parts["SignedHeaders"].Split(';');
        var text = new StringBuilder("POST\n/\n").Append(context.Request.QueryString.Value![1..]).Append('\n');
        foreach (var name in names)
        {
            text.Append(name).Append(':').Append(headers[name].ToString()).Append('\n');
        }

        text.Append('\n').Append(parts["SignedHeaders"]).Append('\n').Append(Sha(body));
        var signature = Hex(HMACSHA256.HashData(Encoding.ASCII.GetBytes(Secret), Encoding.ASCII.GetBytes("ACS3-HMAC-SHA256\n" + Sha(text.ToString()))));
        var age = _now() - DateTimeOffset.ParseExact(headers["x-acs-date"].ToString(), "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        string[] needed = ["host", "x-acs-action", "x-acs-content-sha256", "x-acs-date", "x-acs-signature-nonce", "x-acs-version"];
        if (parts["Credential"] != KeyId || signature != parts["Signature"] || age.Duration() > TimeSpan.FromMinutes(15) || needed.Except(names).Any() || headers["x-acs-content-sha256"] != Sha(body))
        {
            Refused.Add("Aliyun: " + text);
            return Json(new JsonObject { ["Code"] = "SignatureDoesNotMatch", ["Message"] = "Specified signature is not matched." }, 400);
        }

        var query = context.Request.Query;
        if (headers["x-acs-action"] == "QuerySendDetails")
        {
            Questions++;
            var rows = Taken.Where(t => t.Phone == query["PhoneNumber"]).Select(t => (JsonNode)new JsonObject { ["OutId"] = t.Reference, ["SendStatus"] = t.Status, ["ErrCode"] = t.Status == 3 ? "DELIVERED" : "MK:0001" });
            return Json(new JsonObject { ["Code"] = "OK", ["SmsSendDetailDTOs"] = new JsonObject { ["SmsSendDetailDTO"] = new JsonArray([.. rows]) } });
        }

        return Take(context, new TakenSms(query["PhoneNumbers"]!, query["TemplateCode"]!, query["TemplateParam"]!, query["OutId"]!, "biz-" + Guid.NewGuid().ToString("n")),
            sms => new JsonObject { ["Code"] = Verdict ?? "OK", ["Message"] = Verdict ?? "OK", ["BizId"] = sms?.Number });
    }

    private IResult Tencent(HttpContext context, string body)
    {
        var headers = context.Request.Headers;
        var authorization = headers.Authorization.ToString();
        var (timestamp, action) = (headers["X-TC-Timestamp"].ToString(), headers["X-TC-Action"].ToString());
        var date = DateTimeOffset.FromUnixTimeSeconds(long.Parse(timestamp, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var canonical = string.Join('\n', "POST", "/", "", "content-type:" + headers.ContentType, "host:" + headers.Host, "x-tc-action:" + action.ToLowerInvariant(), "", "content-type;host;x-tc-action", Sha(body));
        byte[] key = [.. Encoding.ASCII.GetBytes("TC3" + Secret)];
        foreach (var step in new[] { date, "sms", "tc3_request" })
        {
            key = HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(step));
        }

        var signature = Hex(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"TC3-HMAC-SHA256\n{timestamp}\n{date}/sms/tc3_request\n{Sha(canonical)}")));
        var expected = $"TC3-HMAC-SHA256 Credential={KeyId}/{date}/sms/tc3_request, SignedHeaders=content-type;host;x-tc-action, Signature={signature}";
        if (authorization != expected || Math.Abs(_now().ToUnixTimeSeconds() - long.Parse(timestamp, CultureInfo.InvariantCulture)) > 300)
        {
            Refused.Add("Tencent: " + canonical);
            return Said("AuthFailure.SignatureFailure");
        }

        var asked = JsonNode.Parse(body)!;
        if (action == "PullSmsSendStatusByPhoneNumber")
        {
            Questions++;
            var rows = Taken.Where(t => t.Phone == (string?)asked["PhoneNumber"] && t.Status != 1)
                .Select(t => (JsonNode)new JsonObject { ["SerialNo"] = t.Number, ["SessionContext"] = t.Reference, ["ReportStatus"] = t.Status == 3 ? "SUCCESS" : "FAIL", ["Description"] = "x" });
            return Json(new JsonObject { ["Response"] = new JsonObject { ["PullSmsSendStatusSet"] = new JsonArray([.. rows]) } });
        }

        var taken = new TakenSms((string)asked["PhoneNumberSet"]![0]!, (string)asked["TemplateId"]!, asked["TemplateParamSet"]!.ToJsonString(), (string)asked["SessionContext"]!, "sn-" + Guid.NewGuid().ToString("n"));
        return Verdict?.StartsWith("AuthFailure", StringComparison.Ordinal) == true ? Said(Verdict) : Take(context, taken, sms => new JsonObject
        {
            ["Response"] = new JsonObject { ["SendStatusSet"] = new JsonArray(new JsonObject { ["SerialNo"] = sms?.Number, ["PhoneNumber"] = taken.Phone, ["Fee"] = 2, ["Code"] = Verdict ?? "Ok", ["Message"] = "" }) },
        });
    }

    private IResult Take(HttpContext context, TakenSms sms, Func<TakenSms?, JsonObject> answer)
    {
        if (Break > 0)
        {
            Break--;
            context.Abort();
            return Results.Empty;
        }

        if (Verdict is not null)
        {
            return Json(answer(null));
        }

        Taken.Add(sms);
        if (LoseAnswers > 0)
        {
            LoseAnswers--;
            context.Abort();
            return Results.Empty;
        }

        return Json(answer(sms));
    }

    private static IResult Said(string code) => Json(new JsonObject { ["Response"] = new JsonObject { ["Error"] = new JsonObject { ["Code"] = code, ["Message"] = "no" } } });

    private static IResult Json(JsonObject answer, int status = 200) => Results.Text(answer.ToJsonString(), "application/json", Encoding.UTF8, status);

    private static string Sha(string text) => Hex(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using PropertyDesk.Application.Channels;

namespace PropertyDesk.Infrastructure.Channels.WeChatPay;

/// <summary>Web authorisation of WeChat (scope snsapi_base), and the signed call of a payment by a page in its browser.</summary>
internal sealed class WeChatBrowser(ChannelHttp http, ChannelGateways gateways, TimeProvider clock) : IWeChatBrowser
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public Uri AuthorisationAddress(ChannelAccess access, string back, string state) => new(
        gateways.WeChatPages,
        $"/connect/oauth2/authorize?appid={Uri.EscapeDataString(access.AppId)}&redirect_uri={Uri.EscapeDataString(back)}&response_type=code&scope=snsapi_base&state={state}#wechat_redirect");

    public async Task<string> PayerAsync(ChannelAccess access, string code, CancellationToken cancel)
    {
        var query = $"appid={Uri.EscapeDataString(access.AppId)}&secret={Uri.EscapeDataString(access.AppSecret ?? "")}&code={Uri.EscapeDataString(code)}&grant_type=authorization_code";
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(gateways.WeChatUsers, "/sns/oauth2/access_token?" + query));
        var answer = await http.SendAsync(request, cancel);
        var told = answer.Status == 200 ? Read(answer.Body) : throw new ChannelUnavailable($"HTTP {answer.Status}.");
        return told switch
        {
            { Openid: { Length: > 0 and <= 64 } openid } => openid,
            // -1: WeChat is busy.
            { Errcode: not (0 or -1) } => throw new ChannelRefusal(told.Errcode.ToString(CultureInfo.InvariantCulture), told.Errmsg ?? ""),
            _ => throw new ChannelUnavailable("The answer names nobody."),
        };
    }

    public WeChatPageCall PageCall(ChannelAccess access, string prepayId)
    {
        var (time, nonce, package) = (clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), RandomNumberGenerator.GetHexString(32), $"prepay_id={prepayId}");
        return new WeChatPageCall(access.AppId, time, nonce, package, "RSA", RsaSignatures.Sign($"{access.AppId}\n{time}\n{nonce}\n{package}\n", access.PrivateKey));
    }

    private static UserAnswer Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<UserAnswer>(body, Json) ?? throw new ChannelUnavailable("The answer is empty.");
        }
        catch (JsonException error)
        {
            throw new ChannelUnavailable("The answer cannot be read.", error);
        }
    }
}

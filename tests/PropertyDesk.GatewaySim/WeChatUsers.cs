using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace PropertyDesk.GatewaySim;

/// <summary>
/// WeChat's web authorisation: sends the browser back with a code, and exchanges the code once, within five minutes, for the
/// number by which the app knows the user. Another merchant's app knows the same user by another number.
/// </summary>
public sealed class WeChatUsers(Gateway gateway)
{
    private static readonly TimeSpan CodeLives = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (string AppId, DateTimeOffset At)> _codes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _openIds = new(StringComparer.Ordinal);

    /// <summary>How many codes were exchanged.</summary>
    public int Exchanged { get; private set; }

    /// <summary>The number by which some other merchant's app knows a user.</summary>
    public string OfAnotherMerchant() => New("wx0000000000000000");

    /// <summary>Given out by a test instead of the app's own.</summary>
    public string? NextOpenId { get; set; }

    public bool IsOf(string appId, string openId) => _openIds.TryGetValue(openId, out var app) && app == appId;

    /// <summary>A code as the browser brings it back.</summary>
    public string Code(string appId = GatewayKeys.WeChatAppId)
    {
        var code = RandomNumberGenerator.GetHexString(32, lowercase: true);
        _codes[code] = (appId, gateway.Clock());
        return code;
    }

    internal void Forget() => (NextOpenId, Exchanged) = (null, 0);

    internal void Map(WebApplication app)
    {
        app.MapGet("/connect/oauth2/authorize", (string appid, string redirect_uri, string response_type, string scope, string state) =>
            appid == GatewayKeys.WeChatAppId && response_type == "code" && scope == "snsapi_base" && state.Length <= 128 && state.All(char.IsAsciiLetterOrDigit)
            && Uri.TryCreate(redirect_uri, UriKind.Absolute, out _)
                ? Results.Redirect($"{redirect_uri}?code={Code(appid)}&state={state}")
                : Results.BadRequest("redirect_uri 参数错误"));
        app.MapGet("/sns/oauth2/access_token", (string appid, string secret, string code, string grant_type) => Results.Json(Exchange(appid, secret, code, grant_type)));
    }

    private JsonObject Exchange(string appId, string secret, string code, string grantType)
    {
        if (appId != GatewayKeys.WeChatAppId || grantType != "authorization_code")
        {
            return Error(40013, "invalid appid");
        }

        if (secret != gateway.Keys.AppSecret)
        {
            return Error(40125, "invalid appsecret");
        }

        if (!_codes.TryRemove(code, out var given))
        {
            return Error(40163, "code been used");
        }

        if (given.AppId != appId || gateway.Clock() - given.At > CodeLives)
        {
            return Error(40029, "invalid code");
        }

        Exchanged++;
        return new() { ["access_token"] = RandomNumberGenerator.GetHexString(32), ["expires_in"] = 7200, ["openid"] = NextOpenId ?? New(appId), ["scope"] = "snsapi_base" };
    }

    private string New(string appId)
    {
        var openId = "oUpF8" + RandomNumberGenerator.GetHexString(23);
        _openIds[openId] = appId;
        return openId;
    }

    private static JsonObject Error(int code, string message) => new() { ["errcode"] = code, ["errmsg"] = message };
}

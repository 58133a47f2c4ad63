using PropertyDesk.Application.Accounts;

namespace PropertyDesk.Web.Hosting;

/// <summary>A random secret that a browser holds while it waits for a one-time code: the code works in that browser only.</summary>
public sealed class BrowserSecret(DeskCookies cookies)
{
    private const string CookieName = "code";

    private readonly CookieBuilder _cookie = Build(cookies);

    /// <summary>Null where the browser has asked for none.</summary>
    public string? Read(HttpContext context) => context.Request.Cookies[_cookie.Name!] is { Length: > 0 and < 100 } secret ? secret : null;

    /// <summary>A new one with each code: what was known before does not help.</summary>
    public string Renew(HttpContext context)
    {
        var secret = Hashes.NewSecret();
        context.Response.Cookies.Append(_cookie.Name!, secret, _cookie.Build(context));
        return secret;
    }

    private static CookieBuilder Build(DeskCookies cookies)
    {
        var cookie = new CookieBuilder { IsEssential = true };
        cookies.Name(cookie, CookieName);
        return cookie;
    }
}

using System.Security.Cryptography;
using PropertyDesk.Application.Channels;

namespace PropertyDesk.Web.Hosting;

/// <summary>The browser in which an owner pays: its kind, by what it says of itself, and a secret that ties what comes back from a channel to it.</summary>
public sealed class PayerDevice(IHttpContextAccessor accessor, DeskCookies cookies)
{
    private const int SecretLength = 64;

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <summary>Decides which ways are shown; a browser that lies is shown ways that do not work in it, and nothing else.</summary>
    public PayerBrowser Browser
    {
        get
        {
            var agent = Context.Request.Headers.UserAgent.ToString();
            bool Says(string word) => agent.Contains(word, StringComparison.OrdinalIgnoreCase);
            // The company's WeChat (wxwork) calls itself WeChat too, and pays otherwise.
            return Says("MicroMessenger") && !Says("wxwork") ? PayerBrowser.WeChat : Says("Mobile") || Says("Android") || Says("iPhone") ? PayerBrowser.Phone : PayerBrowser.Desktop;
        }
    }

    /// <summary>The browser's secret, made and left with it where it has none.</summary>
    public string Session()
    {
        var cookie = Cookie();
        if (Context.Request.Cookies[cookie.Name!] is { Length: SecretLength } known)
        {
            return known;
        }

        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretLength / 2));
        Context.Response.Cookies.Append(cookie.Name!, secret, cookie.Build(Context));
        return secret;
    }

    // Lax: WeChat sends the browser back from another site.
    private CookieBuilder Cookie()
    {
        var cookie = new CookieBuilder();
        cookies.Name(cookie, "payer");
        return cookie;
    }
}

using PropertyDesk.Application;

namespace PropertyDesk.Web.Hosting;

/// <summary>
/// How the program's cookies are named and kept: secure, and bound to this host. A browser drops such a cookie on plain
/// http, which only development has, and whoever tries the program on their own machine (PublicUrl says so).
/// </summary>
public sealed class DeskCookies(IWebHostEnvironment environment, IConfiguration configuration)
{
    private readonly bool _isTrial = !environment.IsDevelopment() && new Uri(PublicLinks.Base(configuration)) is { Scheme: "http", IsLoopback: true };

    private bool IsPlain => _isTrial || environment.IsDevelopment();

    public void Name(CookieBuilder cookie, string name)
    {
        cookie.Name = (IsPlain ? "" : "__Host-") + "propertydesk-" + name;
        cookie.SecurePolicy = IsPlain ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.Path = "/";
    }

    /// <summary>On trial nobody else is served by plain http, where a login would travel in the clear: a PublicUrl that was forgotten is found at the first request.</summary>
    public async Task ServeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!_isTrial || request.IsHttps || (Uri.TryCreate($"http://{request.Host.Value}", UriKind.Absolute, out var asked) && asked.IsLoopback))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        await context.Response.WriteAsync(Texts.Of("PublicUrl 是本机的 http 地址：没有 https 只服务本机。请把 PublicUrl 设为对外的 https 地址。"));
    }
}

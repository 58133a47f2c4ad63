namespace PropertyDesk.Web.Hosting;

/// <summary>Headers on every answer. Scripts and styles come from our own files only; nothing inline runs.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; manifest-src 'self'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        context.Response.OnStarting(KeepPersonalPagesOutOfCaches, context);
        return next(context);
    }

    private static Task KeepPersonalPagesOutOfCaches(object state)
    {
        var context = (HttpContext)state;
        if (context.User.Identity?.IsAuthenticated == true && !context.Response.Headers.ContainsKey("ETag"))
        {
            context.Response.Headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }
}

namespace PropertyDesk.Web.Hosting;

/// <summary>
/// Headers on every answer. Scripts and styles come from our own files only; nothing inline runs. They are written at the
/// last moment, because answering an error clears what was set before it.
/// </summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; manifest-src 'self'";

    // The job dashboard is a package with inline scripts and styles; only the platform operator reaches it, and no user text is on it.
    private const string JobDashboardPolicy = "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(Write, context);
        return next(context);
    }

    private static Task Write(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        // The dashboard has moved its own segment into PathBase by now.
        var path = context.Request.PathBase.Add(context.Request.Path);
        headers.ContentSecurityPolicy = path.StartsWithSegments("/hangfire", StringComparison.OrdinalIgnoreCase) ? JobDashboardPolicy : Policy;
        headers.XContentTypeOptions = "nosniff";
        // The address of an invitation is its key: it must not travel to anywhere.
        headers["Referrer-Policy"] = context.Request.Path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase) ? "no-referrer" : "strict-origin-when-cross-origin";
        // The entrance of an event reads passes with the phone's camera; no other page may ask for it.
        headers["Permissions-Policy"] = (context.Request.Path.StartsWithSegments("/events/checkin", StringComparison.OrdinalIgnoreCase) ? "camera=(self)" : "camera=()") + ", microphone=(), geolocation=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // Pages about people, and errors, stay out of caches; files with an entity tag are the same for everybody.
        if ((context.User.Identity?.IsAuthenticated == true && !headers.ContainsKey("ETag")) || context.Response.StatusCode >= 400)
        {
            headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }
}

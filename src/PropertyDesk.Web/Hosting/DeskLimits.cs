using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;

namespace PropertyDesk.Web.Hosting;

/// <summary>Limits on what a client may ask: login attempts by address, size of forms.</summary>
public static class DeskLimits
{
    public const string Login = "login";

    /// <summary>Pages that answer a code without a login: nobody tries many.</summary>
    public const string Guessing = "guessing";

    public static void AddDeskLimits(this IServiceCollection services)
    {
        services.Configure<FormOptions>(options => options.MultipartBodyLengthLimit = 25 * 1024 * 1024);
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy(Login, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = 20, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter("reading"));
            options.AddPolicy(Guessing, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = 60, Window = TimeSpan.FromMinutes(1) }));
        });
    }
}

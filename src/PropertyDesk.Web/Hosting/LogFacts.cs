using System.Security.Claims;
using PropertyDesk.Application;
using Serilog.Context;

namespace PropertyDesk.Web.Hosting;

/// <summary>Says in each log line of a request for which company and user it was: numbers, not names. The request's id is there already.</summary>
public sealed class LogFacts(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, CurrentCompany current)
    {
        using (LogContext.PushProperty("CompanyId", current.Id))
        using (LogContext.PushProperty("UserId", context.User.FindFirstValue(ClaimTypes.NameIdentifier)))
        {
            await next(context);
        }
    }
}

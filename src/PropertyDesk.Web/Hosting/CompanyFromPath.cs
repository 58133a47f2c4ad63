using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using PropertyDesk.Application;
using PropertyDesk.Application.Companies;

namespace PropertyDesk.Web.Hosting;

/// <summary>
/// The company is the first segment of the address. It moves to PathBase before routing, so that every link keeps it.
/// Whoever is not a member gets 404, for a company that exists as for one that does not.
/// </summary>
public sealed class CompanyFromPath(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, CurrentCompany current, CompanyAccess access, CurrentLogin login, UserManager<DeskUser> users, HeldConnection held)
    {
        var segment = context.Request.Path.Value?.Split('/', 3, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        if (segment is null || ReservedSlugs.Contains(segment) || current.Id is not null)
        {
            await next(context);
            return;
        }

        if (!Guid.TryParse(users.GetUserId(context.User), out var userId))
        {
            var back = context.Request.PathBase + context.Request.Path + context.Request.QueryString;
            context.Response.Redirect($"{context.Request.PathBase}/account/login?returnUrl={Uri.EscapeDataString(back)}");
            return;
        }

        try
        {
            // Whoever sends a form may wait for a bank or a mail server in between, and holds none meanwhile.
            if (HttpMethods.IsGet(context.Request.Method))
            {
                await held.TakeAsync(context.Response, context.RequestAborted);
            }

            await EnterAsync(context, current, access, login, segment, userId);
        }
        finally
        {
            await held.LetGoAsync();
        }
    }

    private async Task EnterAsync(HttpContext context, CurrentCompany current, CompanyAccess access, CurrentLogin login, string segment, Guid userId)
    {
        var name = context.User.FindFirstValue(DeskClaims.DisplayName) ?? context.User.Identity?.Name ?? "";
        // Inside a company only its own pages answer: no second way to the login or to the platform's pages.
        context.Request.Path.StartsWithSegments("/" + segment, StringComparison.Ordinal, out var matched, out var rest);
        var inner = rest.Value?.Split('/', 2, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        if ((inner is not null && ReservedSlugs.Contains(inner)) || !await access.EnterAsync(segment, userId, name, current))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (current.NeedsSecondFactor && !login.IsStrong)
        {
            context.Response.Redirect("/account/confirm?strong=true&returnUrl=" + Uri.EscapeDataString(context.Request.Path + context.Request.QueryString));
            return;
        }

        context.Request.PathBase = context.Request.PathBase.Add(matched);
        context.Request.Path = rest.HasValue ? rest : "/";
        await next(context);
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace PropertyDesk.Web.Hosting;

/// <summary>A page for changes of contacts and security: whoever has not proven a moment ago who they are does so first.</summary>
public abstract class FreshPage : DeskPage
{
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (HttpContext.RequestServices.GetRequiredService<CurrentLogin>().IsFresh)
        {
            await next();
            return;
        }

        context.Result = new LocalRedirectResult("/account/confirm?returnUrl=" + Uri.EscapeDataString(Request.Path + Request.QueryString));
    }
}

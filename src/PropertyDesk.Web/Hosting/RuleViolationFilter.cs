using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application;
using PropertyDesk.Domain;

namespace PropertyDesk.Web.Hosting;

/// <summary>
/// The one place where a business refusal meets the user: the same page again with what was typed and the message at its
/// field, or a plain answer where there is no page.
/// </summary>
public sealed class RuleViolationFilter(DeskDbContext db) : IAsyncPageFilter, IExceptionFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (executed is { Exception: RuleViolation rule, ExceptionHandled: false } && executed.HandlerInstance is DeskPage page && !HttpMethods.IsGet(context.HttpContext.Request.Method))
        {
            // What the refused act had changed in memory must not be saved, or shown, as if it had happened.
            db.ChangeTracker.Clear();
            context.ModelState.AddModelError(KeyOf(rule.Field, context), Texts.Of(rule));
            await page.LoadAsync();
            (executed.Result, executed.ExceptionHandled) = (page.Page(), true);
            context.HttpContext.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
    }

    public void OnException(ExceptionContext context)
    {
        if (context.Exception is RuleViolation rule)
        {
            context.Result = new ContentResult
            {
                StatusCode = StatusCodes.Status422UnprocessableEntity,
                ContentType = "text/plain; charset=utf-8",
                Content = Texts.Of(rule),
            };
            context.ExceptionHandled = true;
        }
    }

    // Entities name their own property; on a page it may stand in the form's input, or not at all: then the message is general.
    private static string KeyOf(string? field, PageHandlerExecutingContext context) =>
        new[] { field, "Input." + field }.FirstOrDefault(key => key is not null && context.ModelState.ContainsKey(key)) ?? "";
}

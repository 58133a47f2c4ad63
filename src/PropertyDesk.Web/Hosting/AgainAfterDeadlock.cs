using PropertyDesk.Application;

namespace PropertyDesk.Web.Hosting;

/// <summary>
/// Answers a request anew, with services of its own, when the database took its transaction back because two stood in each
/// other's way. Nothing of the first try is left, and a form carries the id that makes it one booking.
/// </summary>
public sealed partial class AgainAfterDeadlock(RequestDelegate next, IServiceScopeFactory scopes, TimeProvider clock, ILogger<AgainAfterDeadlock> log)
{
    /// <summary>Further tries.</summary>
    public const int Most = 4;

    public async Task InvokeAsync(HttpContext context)
    {
        var (path, pathBase, query, services) = (context.Request.Path, context.Request.PathBase, context.Request.QueryString, context.RequestServices);
        for (var turn = 0; ; turn++)
        {
            try
            {
                await AnswerAsync(context, turn == 0);
                return;
            }
            catch (Exception error) when (turn < Most && CanRepeat(context) && services.GetRequiredService<DeskDbContext>().IsDeadlock(error))
            {
                Repeats(log, error, path, turn + 1);
            }

            context.Response.Clear();
            context.SetEndpoint(null);
            context.Request.RouteValues.Clear();
            (context.Request.Path, context.Request.PathBase, context.Request.QueryString) = (path, pathBase, query);
            // Not in step with the other one.
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(10, 60) * (turn + 1)), clock, context.RequestAborted);
        }
    }

    private async Task AnswerAsync(HttpContext context, bool isFirst)
    {
        if (isFirst)
        {
            await next(context);
            return;
        }

        var services = context.RequestServices;
        await using var scope = scopes.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        try
        {
            await next(context);
        }
        finally
        {
            context.RequestServices = services;
        }
    }

    // A form is kept once it was read; any other body is gone, and who sent it tries again.
    private static bool CanRepeat(HttpContext context) =>
        !context.Response.HasStarted && (context.Request.ContentLength is null or 0 || context.Request.HasFormContentType);

    [LoggerMessage(LogLevel.Warning, "The database took {Path} back; it is answered anew (try {Turn}).")]
    private static partial void Repeats(ILogger log, Exception error, string path, int turn);
}

using PropertyDesk.Domain;

namespace PropertyDesk.Web.Hosting;

/// <summary>What is not there, or belongs to somebody else, is answered with 404: never a hint that it exists.</summary>
public sealed class NotFoundAnswer(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (NotFoundException) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}

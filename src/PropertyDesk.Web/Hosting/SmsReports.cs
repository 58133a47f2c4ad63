using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Web.Hosting;

/// <summary>
/// Takes delivery receipts of SMS providers. They carry no signature: the secret in the address is all that speaks for
/// them, so whoever sends them can change what is known of a delivery, and nothing else.
/// </summary>
public static partial class SmsReports
{
    private const int LargestReport = 256 * 1024;

    public static void MapSmsReports(this WebApplication app)
    {
        foreach (var provider in Enum.GetValues<SmsProvider>())
        {
            app.MapPost(
                $"/notify/{{companyId:int}}/{provider.ToString().ToLowerInvariant()}-sms/{{secret}}",
                (HttpContext context, int companyId, string secret) => TakeAsync(context, companyId, provider, secret))
                .AllowAnonymous().WithMetadata(new RequestSizeLimitAttribute(LargestReport));
        }
    }

    private static async Task<IResult> TakeAsync(HttpContext context, int companyId, SmsProvider provider, string secret)
    {
        var services = context.RequestServices;
        if (await services.GetRequiredService<DeskDbContext>().Companies.AsNoTracking().FirstOrDefaultAsync(c => c.Id == companyId) is not { } company)
        {
            return Results.NotFound();
        }

        services.GetRequiredService<CurrentCompany>().EnterAsJob(company, Words.Of(provider));
        using var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            var answer = body.Length <= LargestReport ? await services.GetRequiredService<SmsReceipts>().TakeAsync(provider, secret, body.ToArray()) : throw new InvalidDataException("Too long.");
            return answer is null ? Results.NotFound() : Results.Text(answer, "application/json");
        }
        catch (InvalidDataException broken)
        {
            Refused(services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SmsReports)), provider, broken.Message);
            return Results.BadRequest();
        }
    }

    [LoggerMessage(LogLevel.Warning, "A report of {Provider} was refused: {Reason}")]
    private static partial void Refused(ILogger log, SmsProvider provider, string reason);
}

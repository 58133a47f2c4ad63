using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Channels;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;

namespace PropertyDesk.Web.Hosting;

/// <summary>
/// Takes what payment channels tell. The address names company and channel; nothing is believed before the channel's
/// signature over the bytes as they came, which is why no model binding may touch them. "Taken" is answered only after
/// everything is in the database.
/// </summary>
public static partial class ChannelNotices
{
    private const int LargestNotice = 64 * 1024;

    public static void MapChannelNotices(this WebApplication app)
    {
        foreach (var kind in Enum.GetValues<ChannelKind>())
        {
            app.MapPost($"/notify/{{companyId:int}}/{kind.ToString().ToLowerInvariant()}", (HttpContext context, int companyId) => TakeAsync(context, companyId, kind))
                .AllowAnonymous().WithMetadata(new RequestSizeLimitAttribute(LargestNotice));
        }
    }

    private static async Task<IResult> TakeAsync(HttpContext context, int companyId, ChannelKind kind)
    {
        var services = context.RequestServices;
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ChannelNotices));
        if (await services.GetRequiredService<DeskDbContext>().Companies.AsNoTracking().FirstOrDefaultAsync(c => c.Id == companyId) is not { } company)
        {
            return Results.NotFound();
        }

        services.GetRequiredService<CurrentCompany>().EnterAsJob(company, Words.Of(kind));
        try
        {
            var (channel, access) = await services.GetRequiredService<ChannelAccounts>().OpenAsync(kind);
            var headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            var told = channel.ReadNotice(access, headers, await BodyAsync(context.Request));
            var outcome = await services.GetRequiredService<ChannelInbox>().TakeAsync(kind, told);
            Taken(log, kind, told.OrderNumber, outcome);
            Count(kind, outcome.ToString());
            return Answer(kind, StatusCodes.Status200OK);
        }
        catch (NoticeRefused refused)
        {
            if (!refused.IsProbe)
            {
                Count(kind, nameof(Refused));
                Refused(log, kind, refused.Message);
            }

            return Answer(kind, StatusCodes.Status401Unauthorized);
        }
        catch (BadHttpRequestException broken)
        {
            // Too long for the server already, or broken off.
            Refused(log, kind, $"HTTP {broken.StatusCode}.");
            return Answer(kind, broken.StatusCode);
        }
        catch (RuleViolation)
        {
            return Results.NotFound();
        }
        catch (ChannelUnavailable)
        {
            return Answer(kind, StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <exception cref="NoticeRefused">It is longer than any notice.</exception>
    private static async Task<byte[]> BodyAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            await body.WriteAsync(buffer.AsMemory(0, read));
            if (body.Length > LargestNotice)
            {
                throw new NoticeRefused("Too long.");
            }
        }

        return body.ToArray();
    }

    private static void Count(ChannelKind kind, string outcome) =>
        DeskMeters.ChannelNotices.Add(1, new KeyValuePair<string, object?>("channel", kind.ToString()), new KeyValuePair<string, object?>("outcome", outcome));

    // WeChat Pay looks at the status, Alipay at the seven letters of the body.
    private static IResult Answer(ChannelKind kind, int status) => (kind, status) switch
    {
        (ChannelKind.WeChatPay, StatusCodes.Status200OK) => Results.Json(new { code = "SUCCESS", message = "" }),
        (ChannelKind.WeChatPay, _) => Results.Json(new { code = "FAIL", message = "" }, statusCode: status),
        (_, StatusCodes.Status200OK) => Results.Text("success", "text/plain"),
        _ => Results.Text("fail", "text/plain", statusCode: status),
    };

    [LoggerMessage(LogLevel.Information, "{Channel} told of order {Order}: {Outcome}")]
    private static partial void Taken(ILogger log, ChannelKind channel, string order, NoticeOutcome outcome);

    [LoggerMessage(LogLevel.Warning, "A notice of {Channel} was refused: {Reason}")]
    private static partial void Refused(ILogger log, ChannelKind channel, string reason);
}

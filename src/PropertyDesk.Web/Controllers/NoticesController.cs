using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Notices;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Domain.Notices;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Controllers;

/// <summary>Notices on paper and as tables, and their files for those who may read them.</summary>
public sealed class NoticesController : Controller
{
    [HttpGet("notices/{id:guid}.pdf"), Needs(Permission.ViewDesk)]
    public async Task<IActionResult> Print(
        Guid id, [FromServices] NoticeQueries queries, [FromServices] Attachments attachments, [FromServices] PdfPrinter printer, [FromServices] PublicLinks links, [FromServices] CurrentCompany current)
    {
        var details = await queries.FindAsync(id);
        var (pictures, omitted) = (new List<byte[]>(), new List<string>());
        foreach (var file in details.Files.Where(f => f.ContentType.StartsWith("image/", StringComparison.Ordinal)))
        {
            var content = (await attachments.ReadAsync(file.FileId)).Content;
            if (printer.CanPrint(content))
            {
                pictures.Add(content);
            }
            else
            {
                omitted.Add(file.Name);
            }
        }

        var notice = NoticeReading.Of(details.Notice, details.Community, details.Phone, details.Files);
        var link = details.Notice is { IsPublic: true, State: NoticeState.Published } ? $"{links.Channels.PublicNotices(details.Notice.CommunityId)}/{id}" : null;
        return printer.Answer(Response, NoticeDocument.Of(printer.Letterhead, notice, current.TimeZone, NoticeMarkup.Blocks(notice.Text.Body!), pictures, omitted, link), details.Notice.Title);
    }

    [HttpGet("notices/{id:guid}.xlsx"), Needs(Permission.ViewDesk)]
    public async Task<IActionResult> Recipients(Guid id, RecipientsShown shown, [FromServices] NoticeRecipients recipients, [FromServices] IWorkbookWriter writer) =>
        this.Xlsx(writer, await recipients.WorkbookAsync(id, shown), Texts.Of("通知对象") + ".xlsx");

    [HttpGet("portal/notices/{id:guid}/files/{file:guid}"), Needs(Permission.UsePortal)]
    public async Task<IActionResult> Own(Guid id, Guid file, [FromServices] PortalNotices notices) => this.Shown(await notices.FileAsync(id, file));

    [HttpGet("account/notices/{community:guid}/{id:guid}/files/{file:guid}"), AllowAnonymous]
    public async Task<IActionResult> Public(Guid community, Guid id, Guid file, [FromServices] PublicNotices notices)
    {
        var content = await notices.FileAsync(community, id, file);
        Response.AllowCaching();
        return this.Shown(content);
    }
}

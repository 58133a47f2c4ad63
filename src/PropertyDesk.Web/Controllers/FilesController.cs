using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Files;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Controllers;

/// <summary>Photos and papers that were attached.</summary>
[Needs(Permission.ViewDesk)]
public sealed class FilesController(Attachments attachments) : Controller
{
    // Sniffing is off for every answer; the kind was told from the bytes when the file came in.
    [HttpGet("files/{id:guid}")]
    public async Task<IActionResult> Get(Guid id)
    {
        var file = await attachments.ReadAsync(id);
        Response.Headers.ContentDisposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue("inline") { FileNameStar = file.Name }.ToString();
        return File(file.Content, file.ContentType);
    }
}

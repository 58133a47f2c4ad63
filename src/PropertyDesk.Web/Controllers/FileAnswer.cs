using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using PropertyDesk.Application.Files;

namespace PropertyDesk.Web.Controllers;

/// <summary>
/// A kept file, shown in the browser under its own name. Sniffing is off for every answer; the kind was told from the bytes
/// when the file came in.
/// </summary>
internal static class FileAnswer
{
    public static FileContentResult Shown(this Controller controller, FileContent file)
    {
        controller.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileNameStar = file.Name }.ToString();
        return controller.File(file.Content, file.ContentType);
    }
}

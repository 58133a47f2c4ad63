using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.DirectDebit;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Controllers;

/// <summary>The file of a batch as it went out to the bank.</summary>
[Needs(Permission.CollectByBank)]
public sealed class DirectDebitController(DebitBatches batches) : Controller
{
    [HttpGet("directdebit/{id:guid}/file")]
    public async Task<IActionResult> Download(Guid id)
    {
        var file = await batches.FileAsync(id);
        Response.Headers.CacheControl = "no-store";
        return File(file.Content, file.ContentType, file.Name);
    }
}

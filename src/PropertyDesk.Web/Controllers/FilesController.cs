using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Files;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Controllers;

/// <summary>Photos and papers that were attached.</summary>
[Needs(Permission.ViewDesk)]
public sealed class FilesController(Attachments attachments) : Controller
{
    [HttpGet("files/{id:guid}")]
    public async Task<IActionResult> Get(Guid id) => this.Shown(await attachments.ReadAsync(id));
}

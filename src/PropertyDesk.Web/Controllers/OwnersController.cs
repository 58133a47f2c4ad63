using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Archive;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Controllers;

/// <summary>The papers of owners; that one was opened is noted.</summary>
[Needs(Permission.ViewDesk)]
public sealed class OwnersController(OwnerDocuments documents) : Controller
{
    [HttpGet("owners/papers/{id:guid}/file")]
    public async Task<IActionResult> Paper(Guid id) => this.Shown(await documents.OpenAsync(id));
}

using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Imports;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Controllers;

/// <summary>The workbooks of the import room: the blank template, and the rows that were left out.</summary>
[Needs(Permission.ManageCommunities)]
public sealed class ImportsController(IWorkbookWriter writer) : Controller
{
    [HttpGet("imports/template.xlsx")]
    public IActionResult Template() => this.Xlsx(writer, ImportWorkbooks.Template(), "PropertyDesk-template.xlsx");

    [HttpGet("imports/{id:guid}/failed.xlsx")]
    public async Task<IActionResult> Failed(Guid id, [FromServices] ImportRoom room)
    {
        var (workbook, preview) = await room.FailedAsync(id);
        return this.Xlsx(writer, ImportWorkbooks.Failed(workbook, preview.Problems), $"{Path.GetFileNameWithoutExtension(preview.FileName)}-failed.xlsx");
    }
}

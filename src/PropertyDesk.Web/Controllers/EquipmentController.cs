using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Equipment;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Domain.Equipment;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Controllers;

/// <summary>Labels and workbooks of the machines.</summary>
[Needs(Permission.MaintainEquipment)]
public sealed class EquipmentController(EquipmentQueries equipment, CurrentCompany current) : Controller
{
    /// <param name="only">Of this machine alone.</param>
    [HttpGet("equipment/labels.pdf")]
    public async Task<IActionResult> Labels(Guid? community, AssetKind? kind, AssetState? state, string? q, Guid? only, [FromServices] PdfPrinter printer, [FromServices] PublicLinks links)
    {
        var assets = await equipment.AllAsync(new AssetFilter(community, kind, state, q, only));
        return assets.Count == 0 ? NotFound() : printer.Answer(Response, EquipmentPrints.Labels(printer.Letterhead, assets, id => links.Machine(current.Slug, id)), Texts.Of("设备标签"));
    }

    [HttpGet("equipment/register.xlsx")]
    public async Task<IActionResult> Register(Guid? community, AssetKind? kind, AssetState? state, string? q, [FromServices] IWorkbookWriter writer) =>
        this.Xlsx(writer, EquipmentPrints.Register(await equipment.AllAsync(new AssetFilter(community, kind, state, q))), Texts.Of("设备台账") + ".xlsx");

    [HttpGet("equipment/failures.xlsx")]
    public async Task<IActionResult> Failures(DateOnly? from, DateOnly? to, Guid? community, [FromServices] FailureReport report, [FromServices] IWorkbookWriter writer)
    {
        var figures = await report.RunAsync(from, to, community);
        return this.Xlsx(writer, FailureReport.Sheets(figures), $"{Texts.Of("故障分析")} {Show.Day(figures.From)}_{Show.Day(figures.To)}.xlsx");
    }
}

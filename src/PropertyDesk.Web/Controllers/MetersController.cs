using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Metering;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Domain;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Controllers;

/// <summary>The month's readings as a workbook: to be filled in, and read again by the import.</summary>
[Needs(Permission.ReadMeters)]
public sealed class MetersController(ReadingWorkbook workbook, IWorkbookWriter writer) : Controller
{
    [HttpGet("meters/readings.xlsx")]
    public async Task<IActionResult> Readings(Guid community, string? month) =>
        BillingMonth.TryParse(month, out var period)
            ? this.Xlsx(writer, await workbook.OfAsync(community, period), $"{Application.Texts.Of("抄表")} {period}.xlsx")
            : NotFound();

    [HttpGet("meters/loss.xlsx")]
    public async Task<IActionResult> Loss(Guid community, string? month, [FromServices] MeterLosses losses) =>
        BillingMonth.TryParse(month, out var period)
            ? this.Xlsx(writer, await losses.SheetAsync(community, period), $"{Application.Texts.Of("总表与损耗")} {period}.xlsx")
            : NotFound();
}

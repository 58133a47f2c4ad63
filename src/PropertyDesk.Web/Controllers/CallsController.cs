using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Calls;
using PropertyDesk.Application.Reports;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Controllers;

/// <summary>What people ask, as files, with the same choices as the page.</summary>
[Needs(Permission.TakeCalls)]
public sealed class CallsController(CallFigures figures, CurrentCompany current, TimeProvider clock) : Controller
{
    [HttpGet("reports/calls.xlsx")]
    public async Task<IActionResult> Workbook(DateOnly? from, DateOnly? asOf, Guid? community, [FromServices] IWorkbookWriter writer)
    {
        var report = await ReportAsync(from, asOf, community);
        return this.Xlsx(writer, FigureWorkbook.Of(report), Name(report) + ".xlsx");
    }

    [HttpGet("reports/calls.pdf")]
    public async Task<IActionResult> Paper(DateOnly? from, DateOnly? asOf, Guid? community, [FromServices] PdfPrinter printer)
    {
        var report = await ReportAsync(from, asOf, community);
        return printer.Answer(Response, FigureDocument.Of(printer.Letterhead, report, Show.Time(report.MadeAt, current.TimeZone)), Name(report));
    }

    private static string Name(FigureReport report) => $"{report.Title} {report.Scope} {Show.Day(report.AsOf)}";

    private Task<FigureReport> ReportAsync(DateOnly? from, DateOnly? asOf, Guid? community) => figures.ReportAsync(FigurePage.ChoiceOf(from, asOf, community, current.Today(clock)));
}

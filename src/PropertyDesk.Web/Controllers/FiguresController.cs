using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Reports;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Controllers;

/// <summary>Reports as files, with the same choices as their pages.</summary>
[Needs(Permission.ViewReports)]
public sealed class FiguresController(CollectionTrend trend, CurrentCompany current, TimeProvider clock) : Controller
{
    [HttpGet("reports/{name:regex(^trend$)}.xlsx")]
    public async Task<IActionResult> Workbook(string name, DateOnly? from, DateOnly? asOf, Guid? community, [FromServices] IWorkbookWriter writer)
    {
        var report = await ReportAsync(name, from, asOf, community);
        return this.Xlsx(writer, FigureWorkbook.Of(report), FileName(report) + ".xlsx");
    }

    [HttpGet("reports/{name:regex(^trend$)}.pdf")]
    public async Task<IActionResult> Paper(string name, DateOnly? from, DateOnly? asOf, Guid? community, [FromServices] PdfPrinter printer)
    {
        var report = await ReportAsync(name, from, asOf, community);
        return printer.Answer(Response, FigureDocument.Of(printer.Letterhead, report, Show.Time(report.MadeAt, current.TimeZone)), FileName(report));
    }

    private static string FileName(FigureReport report) => $"{report.Title} {report.Scope} {Show.Day(report.AsOf)}";

    private Task<FigureReport> ReportAsync(string name, DateOnly? from, DateOnly? asOf, Guid? community)
    {
        _ = name;
        return trend.ReportAsync(FigurePage.ChoiceOf(from, asOf, community, current.Today(clock)));
    }
}

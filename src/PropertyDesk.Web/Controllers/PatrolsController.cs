using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Patrols;
using PropertyDesk.Application.Reports;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Controllers;

/// <summary>Labels, pictures and figures of patrols.</summary>
public sealed class PatrolsController(PatrolFigures figures, CurrentCompany current, TimeProvider clock) : Controller
{
    /// <param name="route">Of this route alone; null for all that are walked.</param>
    [Needs(Permission.ManagePatrols)]
    [HttpGet("patrols/labels.pdf")]
    public async Task<IActionResult> Labels(Guid? route, [FromServices] RouteQueries routes, [FromServices] PdfPrinter printer, [FromServices] PublicLinks links)
    {
        var stops = await routes.LabelsAsync(route);
        return stops.Count == 0 ? NotFound() : printer.Answer(Response, PatrolPrints.Labels(printer.Letterhead, stops, id => links.PatrolStop(current.Slug, id)), Texts.Of("巡查点标签"));
    }

    [Needs(Permission.WalkPatrols)]
    [HttpGet("patrols/photos/{id:guid}")]
    public async Task<IActionResult> Photo(Guid id, [FromServices] PatrolQueries patrols) => this.Shown(await patrols.PhotoAsync(id));

    [Needs(Permission.SeePatrols)]
    [HttpGet("reports/patrols.xlsx")]
    public async Task<IActionResult> Workbook(DateOnly? from, DateOnly? asOf, Guid? community, [FromServices] IWorkbookWriter writer)
    {
        var report = await ReportAsync(from, asOf, community);
        return this.Xlsx(writer, FigureWorkbook.Of(report), Name(report) + ".xlsx");
    }

    [Needs(Permission.SeePatrols)]
    [HttpGet("reports/patrols.pdf")]
    public async Task<IActionResult> Paper(DateOnly? from, DateOnly? asOf, Guid? community, [FromServices] PdfPrinter printer)
    {
        var report = await ReportAsync(from, asOf, community);
        return printer.Answer(Response, FigureDocument.Of(printer.Letterhead, report, Show.Time(report.MadeAt, current.TimeZone)), Name(report));
    }

    private static string Name(FigureReport report) => $"{report.Title} {report.Scope} {Show.Day(report.AsOf)}";

    private Task<FigureReport> ReportAsync(DateOnly? from, DateOnly? asOf, Guid? community) => figures.ReportAsync(FigurePage.ChoiceOf(from, asOf, community, current.Today(clock)));
}

using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Reports;
using PropertyDesk.Domain.Reports;
using PropertyDesk.Web.Hosting;
using PropertyDesk.Web.Reports;

namespace PropertyDesk.Web.Controllers;

/// <summary>Reports as files, with the same choices as their pages.</summary>
[Needs(Permission.ViewReports)]
public sealed class FiguresController(ReportMaker reports, ReportFiles files, PdfPrinter printer, CurrentCompany current, TimeProvider clock) : Controller
{
    [HttpGet("reports/trend.xlsx")]
    public Task<IActionResult> TrendWorkbook(DateOnly? asOf, Guid? community) => WorkbookAsync(ReportName.Trend, Choice(null, asOf, community));

    [HttpGet("reports/trend.pdf")]
    public Task<IActionResult> TrendPaper(DateOnly? asOf, Guid? community) => PaperAsync(ReportName.Trend, Choice(null, asOf, community));

    [HttpGet("reports/arrears.xlsx")]
    public Task<IActionResult> ArrearsWorkbook(DateOnly? from, DateOnly? asOf, Guid? community) => WorkbookAsync(ReportName.Arrears, Choice(from, asOf, community));

    [HttpGet("reports/arrears.pdf")]
    public Task<IActionResult> ArrearsPaper(DateOnly? from, DateOnly? asOf, Guid? community) => PaperAsync(ReportName.Arrears, Choice(from, asOf, community));

    [HttpGet("reports/money.xlsx")]
    public Task<IActionResult> MoneyWorkbook(DateOnly? from, DateOnly? asOf, Guid? community) => WorkbookAsync(ReportName.Money, Choice(from, asOf, community));

    [HttpGet("reports/money.pdf")]
    public Task<IActionResult> MoneyPaper(DateOnly? from, DateOnly? asOf, Guid? community) => PaperAsync(ReportName.Money, Choice(from, asOf, community));

    [HttpGet("reports/service.xlsx")]
    public Task<IActionResult> ServiceWorkbook(DateOnly? from, DateOnly? asOf, Guid? community) => WorkbookAsync(ReportName.Service, Choice(from, asOf, community));

    [HttpGet("reports/service.pdf")]
    public Task<IActionResult> ServicePaper(DateOnly? from, DateOnly? asOf, Guid? community) => PaperAsync(ReportName.Service, Choice(from, asOf, community));

    [HttpGet("reports/today.xlsx")]
    public Task<IActionResult> TodayWorkbook(DateOnly? asOf, Guid? community) => WorkbookAsync(ReportName.Today, Choice(null, asOf, community));

    [HttpGet("reports/today.pdf")]
    public Task<IActionResult> TodayPaper(DateOnly? asOf, Guid? community) => PaperAsync(ReportName.Today, Choice(null, asOf, community));

    /// <summary>What was made in the background.</summary>
    [HttpGet("reports/files/{id:guid}")]
    public async Task<IActionResult> Made(Guid id)
    {
        var file = await files.ReadAsync(id);
        return File(file.Content, file.ContentType, file.Name);
    }

    private async Task<IActionResult> WorkbookAsync(ReportName report, FigureChoice choice)
    {
        var file = await reports.FileAsync(report, ReportFormat.Workbook, choice);
        return File(file.Content, file.ContentType, file.Name);
    }

    private async Task<IActionResult> PaperAsync(ReportName report, FigureChoice choice)
    {
        var figures = await reports.FiguresAsync(report, choice);
        return printer.Answer(Response, FigureDocument.Of(printer.Letterhead, figures, Show.Time(figures.MadeAt, current.TimeZone)), $"{figures.Title} {figures.Scope} {Show.Day(figures.AsOf)}");
    }

    private FigureChoice Choice(DateOnly? from, DateOnly? asOf, Guid? community) => FigurePage.ChoiceOf(from, asOf, community, current.Today(clock));
}

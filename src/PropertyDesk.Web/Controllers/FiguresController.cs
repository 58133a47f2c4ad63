using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Reports;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Controllers;

/// <summary>Reports as files, with the same choices as their pages.</summary>
[Needs(Permission.ViewReports)]
public sealed class FiguresController(
    CollectionTrend trend, ArrearsFigures arrears, MoneyFigures money, ServiceFigures service, TodayFigures today, CurrentCompany current, TimeProvider clock) : Controller
{
    [HttpGet("reports/trend.xlsx")]
    public Task<IActionResult> TrendWorkbook(DateOnly? asOf, Guid? community) => WorkbookAsync(trend.ReportAsync(Choice(null, asOf, community)));

    [HttpGet("reports/trend.pdf")]
    public Task<IActionResult> TrendPaper(DateOnly? asOf, Guid? community) => PaperAsync(trend.ReportAsync(Choice(null, asOf, community)));

    [HttpGet("reports/arrears.xlsx")]
    public Task<IActionResult> ArrearsWorkbook(DateOnly? from, DateOnly? asOf, Guid? community) => WorkbookAsync(arrears.ReportAsync(Choice(from, asOf, community), MaySeeDebtors));

    [HttpGet("reports/arrears.pdf")]
    public Task<IActionResult> ArrearsPaper(DateOnly? from, DateOnly? asOf, Guid? community) => PaperAsync(arrears.ReportAsync(Choice(from, asOf, community), MaySeeDebtors));

    [HttpGet("reports/money.xlsx")]
    public Task<IActionResult> MoneyWorkbook(DateOnly? from, DateOnly? asOf, Guid? community) => WorkbookAsync(money.ReportAsync(Choice(from, asOf, community)));

    [HttpGet("reports/money.pdf")]
    public Task<IActionResult> MoneyPaper(DateOnly? from, DateOnly? asOf, Guid? community) => PaperAsync(money.ReportAsync(Choice(from, asOf, community)));

    [HttpGet("reports/service.xlsx")]
    public Task<IActionResult> ServiceWorkbook(DateOnly? from, DateOnly? asOf, Guid? community) => WorkbookAsync(service.ReportAsync(Choice(from, asOf, community)));

    [HttpGet("reports/service.pdf")]
    public Task<IActionResult> ServicePaper(DateOnly? from, DateOnly? asOf, Guid? community) => PaperAsync(service.ReportAsync(Choice(from, asOf, community)));

    [HttpGet("reports/today.xlsx")]
    public Task<IActionResult> TodayWorkbook(DateOnly? asOf, Guid? community) => WorkbookAsync(today.ReportAsync(Choice(null, asOf, community)));

    [HttpGet("reports/today.pdf")]
    public Task<IActionResult> TodayPaper(DateOnly? asOf, Guid? community) => PaperAsync(today.ReportAsync(Choice(null, asOf, community)));

    private bool MaySeeDebtors => current.May(Permission.CollectArrears);

    private static string FileName(FigureReport report) => $"{report.Title} {report.Scope} {Show.Day(report.AsOf)}";

    private FigureChoice Choice(DateOnly? from, DateOnly? asOf, Guid? community) => FigurePage.ChoiceOf(from, asOf, community, current.Today(clock));

    private async Task<IActionResult> WorkbookAsync(Task<FigureReport> making)
    {
        var report = await making;
        return this.Xlsx(HttpContext.RequestServices.GetRequiredService<IWorkbookWriter>(), FigureWorkbook.Of(report), FileName(report) + ".xlsx");
    }

    private async Task<IActionResult> PaperAsync(Task<FigureReport> making)
    {
        var report = await making;
        var printer = HttpContext.RequestServices.GetRequiredService<PdfPrinter>();
        return printer.Answer(Response, FigureDocument.Of(printer.Letterhead, report, Show.Time(report.MadeAt, current.TimeZone)), FileName(report));
    }
}

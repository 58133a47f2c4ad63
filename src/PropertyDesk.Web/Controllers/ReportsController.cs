using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Reports;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Domain;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Controllers;

/// <summary>The collection rate as files, with the same choices as the page.</summary>
[Needs(Permission.ViewReports)]
public sealed class ReportsController(CollectionRates rates, CurrentCompany current, TimeProvider clock) : Controller
{
    [HttpGet("reports/collection-rate.xlsx")]
    public async Task<IActionResult> Workbook(string? month, DateOnly? asOf, Guid? community, [FromServices] IWorkbookWriter writer)
    {
        var report = await ReportAsync(month, asOf, community);
        return this.Xlsx(writer, CollectionRateWorkbook.Of(report), Name(report) + ".xlsx");
    }

    [HttpGet("reports/collection-rate.pdf")]
    public async Task<IActionResult> Paper(string? month, DateOnly? asOf, Guid? community, [FromServices] PdfPrinter printer)
    {
        var report = await ReportAsync(month, asOf, community);
        return printer.Answer(Response, CollectionRateDocument.Of(printer.Letterhead, report), Name(report));
    }

    private static string Name(CollectionReport report) => $"{Texts.Of("收缴率")} {report.Scope} {report.Month}";

    private async Task<CollectionReport> ReportAsync(string? month, DateOnly? asOf, Guid? community)
    {
        var period = BillingMonth.TryParse(month, out var chosen) ? chosen : await rates.LatestMonthAsync() ?? BillingMonth.Of(current.Today(clock)).Previous;
        return await rates.ReportAsync(period, asOf ?? current.Today(clock), community);
    }
}

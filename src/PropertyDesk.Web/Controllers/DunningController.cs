using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Dunning;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Controllers;

/// <summary>Papers and tables of dunning.</summary>
[Needs(Permission.CollectArrears)]
public sealed class DunningController : Controller
{
    [HttpGet("dunning/reasons.xlsx")]
    public async Task<IActionResult> Reasons(Guid? community, [FromServices] ArrearsReasons reasons, [FromServices] IWorkbookWriter writer, CancellationToken cancel)
    {
        var report = await reasons.ReportAsync(community, cancel);
        return this.Xlsx(writer, ArrearsReasons.Workbook(report), Texts.Of("欠费原因 {0}", Show.Day(report.Today)) + ".xlsx");
    }

    [HttpGet("dunning/letters/{id:guid}.pdf")]
    public async Task<IActionResult> Letter(Guid id, [FromServices] LetterQueries letters, [FromServices] PdfPrinter printer)
    {
        var letter = await letters.FindAsync(id);
        return printer.Answer(Response, LetterDocument.Of(printer.Letterhead, letter.Number, [letter]), letter.Number);
    }

    /// <summary>The letters of a day, for one building or all, in walking order.</summary>
    [HttpGet("dunning/letters.pdf")]
    public async Task<IActionResult> Letters(DateOnly day, Guid? building, [FromServices] LetterQueries letters, [FromServices] PdfPrinter printer)
    {
        var title = Texts.Of("催款函 {0}", Show.Day(day));
        return printer.Answer(Response, LetterDocument.Of(printer.Letterhead, title, await letters.OfDayAsync(day, building)), title);
    }
}

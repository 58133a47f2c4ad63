using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Shifts;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Controllers;

/// <summary>The report of a shift on paper.</summary>
[Needs(Permission.TakePayments)]
public sealed class ShiftPrintsController(PdfPrinter printer, ShiftQueries shifts, CurrentCompany current) : ControllerBase
{
    [HttpGet("shifts/{id:guid}.pdf")]
    public async Task<IActionResult> Report(Guid id) =>
        printer.Answer(Response, ShiftDocument.Of(printer.Letterhead, await shifts.FindAsync(id), at => Show.Time(at, current.TimeZone)), Texts.Of("交班报告"));
}

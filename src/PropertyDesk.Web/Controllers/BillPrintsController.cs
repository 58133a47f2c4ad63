using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Controllers;

/// <summary>Bills on paper for the desk.</summary>
[Route("bills")]
public sealed class BillPrintsController(PdfPrinter printer, PublicLinks links) : ControllerBase
{
    [HttpGet("{id:guid}.pdf"), Needs(Permission.ViewBills)]
    public async Task<IActionResult> One(Guid id, [FromServices] BillQueries bills, CancellationToken cancel)
    {
        var bill = await bills.FindAsync(id, cancel);
        return printer.Answer(Response, BillDocument.Of(printer.Letterhead, new BillPaper(bill, links.Bill(bill.Code))), Texts.Of("账单 {0}", bill.Number));
    }

    /// <summary>All bills of a run, for the delivery round.</summary>
    [HttpGet("print"), Needs(Permission.MakeBills)]
    public async Task<IActionResult> Run([FromQuery] Guid run, [FromServices] BillPapers bills, CancellationToken cancel)
    {
        var papers = await bills.OfRunAsync(run, links.Bill, cancel);
        var title = Texts.Of("{0} {1} 账单", papers[0].Bill.Community, papers[0].Bill.Period);
        return printer.Answer(Response, BillDocument.Batch(printer.Letterhead, title, papers), title);
    }
}

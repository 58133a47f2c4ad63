using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Payments;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Controllers;

/// <summary>Receipts on paper for the desk.</summary>
[Route("receipts")]
public sealed class ReceiptPrintsController(PdfPrinter printer, PrintReceipt print, PublicLinks links, CurrentCompany company) : ControllerBase
{
    /// <summary>A post, because the print is counted.</summary>
    [HttpPost("{id:guid}/print"), Needs(Permission.TakePayments)]
    public async Task<IActionResult> Print(Guid id)
    {
        var payment = await print.CountAsync(id);
        return printer.Answer(Response, ReceiptDocument.Of(printer.Letterhead, payment, links.Receipt(company.Require(), payment.Code)), Texts.Of("收据 {0}", payment.Receipt));
    }
}

using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Invoices;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.PersonalData;
using PropertyDesk.Application.Portal;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Controllers;

/// <summary>An owner's own bills, receipts, invoices and data as files. What an owner downloads is not counted as a print of the desk.</summary>
[Route("portal"), Needs(Permission.UsePortal)]
public sealed class PortalPrintsController(PdfPrinter printer, PortalQueries portal) : ControllerBase
{
    [HttpGet("bills/{id:guid}.pdf")]
    public async Task<IActionResult> Bill(Guid id, [FromServices] PublicLinks links)
    {
        var bill = await portal.BillAsync(id);
        return printer.Answer(Response, BillDocument.Of(printer.Letterhead, new BillPaper(bill, links.Bill(bill.Code))), Texts.Of("账单 {0}", bill.Number));
    }

    /// <summary>The invoice that the desk recorded, to be kept: never opened inside the program.</summary>
    [HttpGet("invoices/{id:guid}/file")]
    public async Task<IActionResult> Invoice(Guid id, [FromServices] InvoiceQueries invoices)
    {
        var file = await invoices.FileAsync(id);
        return File(file.Content, file.ContentType, file.Name);
    }

    /// <summary>Everything stored about whoever asks, to take away.</summary>
    [HttpGet("me.zip"), Needs(Permission.ManageOwnData)]
    public async Task<IActionResult> Me([FromServices] OwnDataExport export) => File(await export.ZipAsync(), "application/zip", Texts.Of("我的资料") + ".zip");

    [HttpGet("receipts/{id:guid}.pdf")]
    public async Task<IActionResult> Receipt(Guid id, [FromServices] PaymentQueries payments, [FromServices] PublicLinks links, [FromServices] CurrentCompany company)
    {
        var payment = await payments.FindAsync(await portal.PaymentOfReceiptAsync(id));
        return printer.Answer(Response, ReceiptDocument.Of(printer.Letterhead, payment with { PrintCount = 0, Paper = ReceiptPaper.A5 }, links.Receipt(company.Require(), payment.Code)), Texts.Of("收据 {0}", payment.Receipt));
    }
}

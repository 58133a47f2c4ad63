using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Deposits;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Controllers;

/// <summary>Receipts of deposits on paper for the desk.</summary>
[Route("deposits/receipts")]
public sealed class DepositPrintsController(PdfPrinter printer, PrintDeposit print, PublicLinks links, CurrentCompany company) : ControllerBase
{
    /// <summary>A post, because the print is counted.</summary>
    [HttpPost("{id:guid}/print"), Needs(Permission.TakePayments)]
    public async Task<IActionResult> Print(Guid id)
    {
        var deposit = await print.CountAsync(id);
        return printer.Answer(Response, DepositDocument.Of(printer.Letterhead, deposit, links.Receipt(company.Require(), deposit.Code)), Texts.Of("押金收据 {0}", deposit.Receipt));
    }
}

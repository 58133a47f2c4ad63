using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Rounds;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Controllers;

/// <summary>What is printed for a round.</summary>
[Needs(Permission.BringPapers)]
public sealed class RoundsController(RoundQueries rounds, PdfPrinter printer) : Controller
{
    /// <summary>The bills that are brought, in walking order.</summary>
    /// <param name="building">Only those of the building of this name.</param>
    [HttpGet("rounds/{id:guid}/bills.pdf")]
    public async Task<IActionResult> Bills(Guid id, string? building, [FromServices] BillPapers bills, [FromServices] PublicLinks links, CancellationToken cancel)
    {
        var round = await rounds.FindAsync(id);
        var title = Texts.Of("{0} 账单", round.Title);
        var papers = await bills.OfAsync(round.CommunityId, await rounds.BillsAsync(id, building), links.Bill, cancel);
        return printer.Answer(Response, BillDocument.Batch(printer.Letterhead, title, papers), title);
    }

    /// <summary>The sheet to tick.</summary>
    [HttpGet("rounds/{id:guid}/sheet.pdf")]
    public async Task<IActionResult> Sheet(Guid id, string? building)
    {
        var round = await rounds.FindAsync(id);
        _ = await rounds.BillsAsync(id, building);
        return printer.Answer(Response, RoundSheet.Of(printer.Letterhead, round, building), Texts.Of("{0} 签收单", round.Title));
    }
}

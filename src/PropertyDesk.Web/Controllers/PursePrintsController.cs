using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Purses;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Controllers;

/// <summary>Documents of purses on paper. No money changed hands, so their prints are not counted.</summary>
[Needs(Permission.TakePayments)]
public sealed class PursePrintsController(PdfPrinter printer, PurseQueries purses, CurrentCompany company) : ControllerBase
{
    [HttpGet("purses/uses/{id:guid}.pdf")]
    public async Task<IActionResult> Use(Guid id)
    {
        var use = await purses.UseAsync(id);
        return printer.Answer(Response, PurseUseDocument.Of(printer.Letterhead, use, company.DayOf), Texts.Of("预存款抵扣单 {0}", use.Number));
    }

    [HttpGet("purses/releases/{id:guid}.pdf")]
    public async Task<IActionResult> Release(Guid id)
    {
        var release = await purses.ReleaseAsync(id);
        return printer.Answer(Response, PurseReleaseDocument.Of(printer.Letterhead, release, company.DayOf), $"{Texts.Of("预存款调剂单")} {release.Number}".TrimEnd());
    }
}

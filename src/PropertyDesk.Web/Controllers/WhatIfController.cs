using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Application.WhatIf;
using PropertyDesk.Web.Hosting;
using PropertyDesk.Web.Pages.WhatIf;

namespace PropertyDesk.Web.Controllers;

/// <summary>A scenario as a workbook, by the same choices as the page; nothing is stored, it is computed anew.</summary>
[Needs(Permission.SetCharges)]
public sealed class WhatIfController(TryTariff trial) : Controller
{
    [HttpGet("what-if.xlsx")]
    public async Task<IActionResult> Workbook(Guid tariff, [FromQuery] ScenarioInput input, [FromServices] IWorkbookWriter writer)
    {
        var result = await trial.RunAsync(input.ToScenario(tariff));
        return this.Xlsx(writer, ScenarioWorkbook.Of(result), $"{Texts.Of("调价测算")} {result.Item} {result.Month}.xlsx");
    }
}

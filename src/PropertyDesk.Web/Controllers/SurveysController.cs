using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Application.Surveys;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Controllers;

/// <summary>The answers of a survey as a workbook.</summary>
[Needs(Permission.WriteNotices)]
public sealed class SurveysController(SurveyQueries surveys, IWorkbookWriter writer) : Controller
{
    [HttpGet("surveys/{id:guid}.xlsx")]
    public async Task<IActionResult> Workbook(Guid id) => this.Xlsx(writer, await surveys.SheetsAsync(id), Texts.Of("问卷") + ".xlsx");
}

using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Events;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Controllers;

/// <summary>The list of an event as a workbook, and its pictures.</summary>
public sealed class EventsController : Controller
{
    [HttpGet("events/{id:guid}.xlsx"), Needs(Permission.HandleEvents)]
    public async Task<IActionResult> Workbook(Guid id, [FromServices] EventQueries events, [FromServices] IWorkbookWriter writer) =>
        this.Xlsx(writer, await events.SheetsAsync(id), Texts.Of("活动名单") + ".xlsx");

    [HttpGet("events/photos/{id:guid}"), Needs(Permission.AttendEvents)]
    public async Task<IActionResult> Photo(Guid id, [FromServices] EventPhotos photos) => this.Shown(await photos.ReadAsync(id));

    [HttpGet("portal/events/photos/{id:guid}"), Needs(Permission.UsePortal)]
    public async Task<IActionResult> Own(Guid id, [FromServices] PortalEvents events) => this.Shown(await events.PhotoAsync(id));
}

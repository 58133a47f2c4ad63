using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Controllers;

/// <summary>Pictures of tickets, and the alarms that wait for somebody.</summary>
public sealed class TicketsController(TicketQueries tickets) : Controller
{
    [Needs(Permission.SeeTicketPhotos)]
    [HttpGet("tickets/photos/{id:guid}")]
    public async Task<IActionResult> Photo(Guid id) => this.Shown(await tickets.PhotoAsync(id));

    /// <summary>A part of a page: empty where nothing waits.</summary>
    [Needs(Permission.WorkOnTickets)]
    [HttpGet("tickets/alarms")]
    public async Task<IActionResult> Alarms() => PartialView("~/Pages/Shared/_Alarms.cshtml", await tickets.AlarmsAsync());
}

using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.WorkOrders;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Controllers;

/// <summary>Files of work orders.</summary>
[Needs(Permission.HandleOrders)]
public sealed class WorkOrdersController(OrderQueries orders) : Controller
{
    [HttpGet("workorders/files/{id:guid}")]
    public async Task<IActionResult> Get(Guid id) => this.Shown(await orders.FileAsync(id));
}

using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.WorkOrders;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.WorkOrders;

/// <summary>What departments ask each other for.</summary>
public sealed class IndexModel(OrderQueries orders, CompanyDay day) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public OrdersShown Shown { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public DateOnly Today => day.Today;

    public Paged<OrderRow> Orders { get; private set; } = null!;

    public (int Count, int Late) Waiting { get; private set; }

    /// <summary>Whoever looks can ask in the name of some department.</summary>
    public bool HasDepartment { get; private set; }

    public async Task OnGetAsync() => (Orders, Waiting, HasDepartment) = (await orders.ListAsync(Shown, Q, PageNumber), await orders.WaitingAsync(), (await orders.AskersAsync()).Count > 0);
}

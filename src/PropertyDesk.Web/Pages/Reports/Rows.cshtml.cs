using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application;
using PropertyDesk.Application.Reports;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Web.Pages.Reports;

/// <summary>The bills behind a figure of the collection table.</summary>
public sealed class RowsModel(EventRows rows, CurrentCompany current, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public EventFigure Figure { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? AsOf { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Building { get; set; }

    [BindProperty(SupportsGet = true)]
    public UnitKind? UnitKind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Item { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? DueFrom { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? DueTo { get; set; }

    /// <summary>The reader came from the report of arrears.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Arrears { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public EventFilter Filter { get; private set; } = null!;

    public EventPage Rows { get; private set; } = new([], 0, Money.Zero);

    public int Pages => (Rows.Count + EventRows.PageSize - 1) / EventRows.PageSize;

    public async Task OnGetAsync()
    {
        var today = current.Today(clock);
        PageNumber = Math.Clamp(PageNumber, 1, 100_000);
        Filter = new EventFilter(Figure, BillingMonth.TryParse(Month, out var month) ? month : BillingMonth.Of(today), AsOf ?? today, Community, Building, UnitKind, Item) { DueFrom = DueFrom, DueTo = DueTo };
        Rows = await rows.ListAsync(Filter, PageNumber);
    }

    /// <summary>The same choice on another page.</summary>
    public string PageLink(int page) =>
        "?" + string.Join('&', Request.Query.Where(q => q.Key != "page").Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value.ToString())}").Append($"page={page}"));
}

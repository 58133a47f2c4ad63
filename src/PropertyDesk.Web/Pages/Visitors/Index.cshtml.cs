using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Home;
using PropertyDesk.Application.Visitors;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Visitors;

/// <summary>The gate on one screen: find, who is inside, who is to come.</summary>
public sealed class IndexModel(VisitQueries visits, Gate gate, WaitingWork work, TimeProvider clock) : DeskPage
{
    /// <summary>What was typed, or what a scanner read from a pass.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    /// <summary>What waits beside the gate.</summary>
    public IReadOnlyList<Waiting> Waiting { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public GateFigures Figures { get; private set; } = null!;

    public IReadOnlyList<VisitRow> Found { get; private set; } = [];

    public Paged<VisitRow> Inside { get; private set; } = null!;

    public Paged<VisitRow> Expected { get; private set; } = null!;

    public override async Task LoadAsync() => (Figures, Found, Inside, Expected, Waiting) = (
        await visits.FiguresAsync(), await visits.FindAsync(Q), await visits.InsideAsync(PageNumber), await visits.ExpectedAsync(), await work.CountAsync(WaitingPages.OnThePhone));

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        // A pass leads straight to its visit: the guard has a queue in front of the window.
        return Found is [var only] && VisitQueries.IsCode(Q) ? RedirectToPage("/Visitors/Details", new { id = only.Id }) : Page();
    }

    public async Task<IActionResult> OnPostLeaveAsync(Guid visit)
    {
        await gate.LeaveAsync(visit);
        Say(Texts.Of("已登记离开。"));
        return RedirectToPage();
    }
}

using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;

namespace PropertyDesk.Web.Pages.Units;

/// <summary>Everything about a unit on one page.</summary>
public sealed class DetailsModel(UnitDetailsQuery units, UnitTimeline timeline, CurrentCompany current, TimeProvider clock) : PageModel
{
    public UnitDetails Unit { get; private set; } = null!;

    public DateOnly Today => current.Today(clock);

    public IReadOnlyList<TimelineEntry> Timeline { get; private set; } = [];

    public string When(DateTimeOffset at) => Hosting.Show.Time(at, current.TimeZone);

    public async Task OnGetAsync(Guid id) => (Unit, Timeline) = (await units.FindAsync(id), await timeline.FindAsync(id));
}

using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Owners;

namespace PropertyDesk.Web.Pages.Units;

/// <summary>Everything about a unit on one page.</summary>
public sealed class DetailsModel(UnitDetailsQuery units, UnitTimeline timeline, LeaseQueries leases, CurrentCompany current, TimeProvider clock) : PageModel
{
    public UnitDetails Unit { get; private set; } = null!;

    public DateOnly Today => current.Today(clock);

    public IReadOnlyList<TimelineEntry> Timeline { get; private set; } = [];

    public string When(DateTimeOffset at) => Hosting.Show.Time(at, current.TimeZone);

    public IReadOnlyList<LeaseRow> Leases { get; private set; } = [];

    public async Task OnGetAsync(Guid id) =>
        (Unit, Timeline, Leases) = (await units.FindAsync(id), await timeline.FindAsync(id), await leases.OfUnitAsync(id));
}

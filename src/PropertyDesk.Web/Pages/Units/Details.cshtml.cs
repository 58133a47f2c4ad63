using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;

namespace PropertyDesk.Web.Pages.Units;

/// <summary>Everything about a unit on one page.</summary>
public sealed class DetailsModel(UnitDetailsQuery units, UnitLifeQuery life, CurrentCompany current, TimeProvider clock) : PageModel
{
    public UnitDetails Unit { get; private set; } = null!;

    public DateOnly Today => current.Today(clock);

    public UnitLife Life { get; private set; } = null!;

    public string When(DateTimeOffset at) => Hosting.Show.Time(at, current.TimeZone);

    public async Task OnGetAsync(Guid id) => (Unit, Life) = (await units.FindAsync(id), await life.FindAsync(id));
}

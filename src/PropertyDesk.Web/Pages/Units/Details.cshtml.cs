using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;

namespace PropertyDesk.Web.Pages.Units;

/// <summary>Everything about a unit on one page.</summary>
public sealed class DetailsModel(UnitDetailsQuery units, CurrentCompany current, TimeProvider clock) : PageModel
{
    public UnitDetails Unit { get; private set; } = null!;

    public DateOnly Today => current.Today(clock);

    public async Task OnGetAsync(Guid id) => Unit = await units.FindAsync(id);
}

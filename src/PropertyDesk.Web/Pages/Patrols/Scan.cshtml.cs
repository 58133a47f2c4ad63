using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Patrols;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Patrols;

/// <summary>Where the label of a stop leads: to the patrol that is walked now, or to a word why there is none.</summary>
public sealed class ScanModel(PatrolQueries patrols) : DeskPage
{
    public ScannedStop Stop { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        Stop = await patrols.ScanAsync(id);
        return Stop.PatrolId is { } patrol ? RedirectToPage("/Patrols/Details", new { id = patrol, code = id }) : Page();
    }
}

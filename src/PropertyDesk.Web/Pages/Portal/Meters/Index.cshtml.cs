using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application.Portal;

namespace PropertyDesk.Web.Pages.Portal.Meters;

/// <summary>What the meters of the own units counted, month by month.</summary>
public sealed class IndexModel(OwnMeters meters) : PageModel
{
    public IReadOnlyList<OwnMeter> Meters { get; private set; } = [];

    public async Task OnGetAsync() => Meters = await meters.ListAsync();
}

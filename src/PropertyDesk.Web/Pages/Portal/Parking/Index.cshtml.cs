using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application.Portal;

namespace PropertyDesk.Web.Pages.Portal.Parking;

/// <summary>The spaces and vehicles of the own units.</summary>
public sealed class IndexModel(OwnParking parking) : PageModel
{
    public IReadOnlyList<OwnSpace> Spaces { get; private set; } = [];

    public async Task OnGetAsync() => Spaces = await parking.ListAsync();
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Units;

/// <summary>The units in walking order.</summary>
public sealed class IndexModel(UnitQueries units) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Building { get; set; }

    [BindProperty(SupportsGet = true)]
    public UnitStatus? Status { get; set; }

    public ILookup<string, BuildingName> Buildings { get; private set; } = null!;

    public Paged<UnitRow> Units { get; private set; } = null!;

    public Pager Pager => new(Units.Number, Units.Total, Units.Size);

    public async Task OnGetAsync([FromQuery(Name = "page")] int pageNumber = 1)
    {
        var buildings = await units.BuildingsAsync();
        Buildings = buildings.Where(b => Community is null || b.CommunityId == Community).ToLookup(b => b.Community);
        Units = await units.ListAsync(new UnitFilter(Community, Building, Q, Status), pageNumber);
    }
}

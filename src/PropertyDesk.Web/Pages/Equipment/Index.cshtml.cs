using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Equipment;
using PropertyDesk.Domain.Equipment;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Equipment;

/// <summary>The register of machines, and what needs a look today.</summary>
public sealed class IndexModel(EquipmentQueries equipment, CommunityQueries communities, CompanyDay day) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    [BindProperty(SupportsGet = true)]
    public AssetKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public AssetState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public DateOnly Today => day.Today;

    public EquipmentFigures Figures { get; private set; } = null!;

    public Paged<AssetRow> Assets { get; private set; } = null!;

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    public async Task OnGetAsync() =>
        (Figures, Assets, Communities) = (await equipment.FiguresAsync(), await equipment.ListAsync(new AssetFilter(Community, Kind, State, Q), PageNumber), await communities.NamesAsync());
}

using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Metering;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Metering;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Meters;

/// <summary>The meters in walking order, and how far the month's reading has come.</summary>
public sealed class IndexModel(MeterQueries meters, UnitQueries units, CurrentCompany current, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Building { get; set; }

    [BindProperty(SupportsGet = true)]
    public MeterKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Unread { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    public BillingMonth Chosen { get; private set; }

    public IReadOnlyList<BuildingName> Buildings { get; private set; } = [];

    public Guid Place { get; private set; }

    public IReadOnlyList<ReadingProgress> Progress { get; private set; } = [];

    public Paged<MeterListRow> Meters { get; private set; } = null!;

    public Pager Pager => new(Meters.Number, Meters.Total, Meters.Size);

    public async Task OnGetAsync([FromQuery(Name = "page")] int pageNumber = 1)
    {
        Chosen = BillingMonth.TryParse(Month, out var month) ? month : BillingMonth.Of(current.Today(clock));
        Buildings = await units.BuildingsAsync();
        Place = Community ?? Buildings.FirstOrDefault(b => Building is null || b.Id == Building)?.CommunityId ?? Guid.Empty;
        Progress = await meters.ProgressAsync(Place, Kind, Chosen);
        Meters = await meters.ListAsync(new MeterFilter(Chosen, Place, Building, Kind, Unread, Q), pageNumber);
    }
}

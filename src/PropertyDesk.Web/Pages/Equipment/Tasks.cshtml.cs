using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Equipment;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Equipment;

/// <summary>Maintenance that waits, or was done.</summary>
public sealed class TasksModel(EquipmentQueries equipment, CommunityQueries communities, CompanyDay day) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Decided { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public DateOnly Today => day.Today;

    public Paged<TaskRow> Tasks { get; private set; } = null!;

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    public async Task OnGetAsync() => (Tasks, Communities) = (await equipment.TasksAsync(Decided, Community, PageNumber), await communities.NamesAsync());
}

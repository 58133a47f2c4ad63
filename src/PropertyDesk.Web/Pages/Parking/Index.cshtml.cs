using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Parking;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Parking;

/// <summary>The parking spaces, who uses them since when, and for which fee; new ones are added by their numbers.</summary>
public sealed class IndexModel(ParkingQueries queries, ParkingRoom room, CommunityQueries communities) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public ParkingSpaceKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool? Free { get; set; }

    [BindProperty]
    public SpacesInput Input { get; set; } = new();

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    public Paged<SpaceRow> Spaces { get; private set; } = null!;

    public Pager Pager => new(Spaces.Number, Spaces.Total, Spaces.Size);

    public override async Task LoadAsync()
    {
        Communities = await communities.NamesAsync();
        Spaces = await queries.ListAsync(new SpaceFilter(Community, Q, Kind, Free), int.TryParse(Request.Query["page"], out var number) ? number : 1);
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        var added = await room.AddAsync(Input.Community, Input.Numbers, Input.Kind);
        Say(Texts.Of("已新增 {0} 个车位。", added));
        return RedirectToPage(new { community = Input.Community });
    }

    public sealed class SpacesInput
    {
        public Guid Community { get; set; }

        [Required(ErrorMessage = "请填写车位号。")]
        [StringLength(4000)]
        public string Numbers { get; set; } = "";

        public ParkingSpaceKind Kind { get; set; } = ParkingSpaceKind.Rented;
    }
}

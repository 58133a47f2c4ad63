using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Communities;

/// <summary>The buildings of a community, and one more.</summary>
public sealed class BuildingsModel(CommunityQueries communities, BuildingQueries buildings, BuildUnits build) : DeskPage
{
    /// <summary>The community.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public BuildingInput Input { get; set; } = new();

    public string Community { get; private set; } = "";

    public IReadOnlyList<BuildingRow> Buildings { get; private set; } = [];

    public override async Task LoadAsync() =>
        (Community, Buildings) = ((await communities.SettingsAsync(Id)).Name, await buildings.OfCommunityAsync(Id));

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var building = await build.AddBuildingAsync(Id, Input.Name, Input.SortOrder);
        Say(Texts.Of("楼栋“{0}”已建好，接着建它的房屋。", Input.Name));
        return RedirectToPage("/Communities/NewUnits", new { id = building });
    }

    public sealed class BuildingInput
    {
        [Required(ErrorMessage = "请填写楼栋名称。")]
        [StringLength(40)]
        public string Name { get; set; } = "";

        [Range(0, 9999, ErrorMessage = "顺序须在 0 到 9999 之间。")]
        public int? SortOrder { get; set; }
    }
}

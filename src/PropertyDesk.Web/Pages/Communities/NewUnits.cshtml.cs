using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Communities;

/// <summary>Adds one unit or a whole entrance of units to a building.</summary>
public sealed class NewUnitsModel(BuildingQueries buildings, BuildUnits build, CurrentCompany current, TimeProvider clock) : DeskPage
{
    /// <summary>The building.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public UnitsInput Input { get; set; } = new();

    public BuildingHead Building { get; private set; } = null!;

    public override async Task LoadAsync() => Building = await buildings.FindAsync(Id);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new UnitsInput
        {
            From = current.Today(clock),
            Developer = Building.Developer,
            Status = Building.Developer.Length > 0 ? UnitStatus.Unsold : UnitStatus.Occupied,
        };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var count = await build.AddUnitsAsync(Id, new NewUnits(
            Input.Entrance, Input.FloorFrom, Input.FloorTo, Input.Rooms, Input.Areas, Input.Kind, Input.Status, Input.Developer, Input.From!.Value));
        Say(Texts.Of("已建 {0} 户。", count));
        return RedirectToPage("/Units/Index", new { building = Id });
    }

    public sealed class UnitsInput
    {
        [StringLength(20)]
        public string? Entrance { get; set; }

        [Range(-9, 199, ErrorMessage = "楼层须在 -9 到 199 之间。")]
        public int? FloorFrom { get; set; }

        [Range(-9, 199, ErrorMessage = "楼层须在 -9 到 199 之间。")]
        public int? FloorTo { get; set; }

        [Required(ErrorMessage = "请填写房号。")]
        [StringLength(2000)]
        public string Rooms { get; set; } = "";

        [Required(ErrorMessage = "请填写面积。")]
        [StringLength(2000)]
        public string Areas { get; set; } = "";

        public UnitKind Kind { get; set; }

        public UnitStatus Status { get; set; }

        [StringLength(100)]
        public string? Developer { get; set; }

        [Required(ErrorMessage = "请填写日期。")]
        public DateOnly? From { get; set; }
    }
}

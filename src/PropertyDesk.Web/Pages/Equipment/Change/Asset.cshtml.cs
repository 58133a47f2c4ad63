using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Equipment;
using PropertyDesk.Domain.Equipment;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Equipment.Change;

/// <summary>What is known of a machine, new or changed.</summary>
public sealed class AssetModel(Assets assets, EquipmentQueries equipment, CommunityQueries communities, BuildingQueries buildings) : DeskPage
{
    /// <summary>Null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    /// <summary>Of a new one: where it is begun from.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    [BindProperty]
    public AssetInput Input { get; set; } = new();

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    public IReadOnlyList<BuildingRow> Buildings { get; private set; } = [];

    public override async Task LoadAsync()
    {
        Communities = await communities.NamesAsync();
        var of = Id is { } id ? [(await equipment.FindAsync(id)).Asset.CommunityId] : Communities.Select(c => c.Id).ToList();
        var all = new List<BuildingRow>();
        foreach (var community in of)
        {
            all.AddRange(await buildings.OfCommunityAsync(community));
        }

        Buildings = all;
    }

    public async Task OnGetAsync()
    {
        if (Id is { } id)
        {
            Input = AssetInput.Of((await equipment.FindAsync(id)).Asset);
        }
        else
        {
            Input.Community = Community;
        }

        await LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        if (Id is { } known)
        {
            await assets.ChangeAsync(known, Input.Building, Input.Facts);
        }

        var id = Id ?? await assets.AddAsync(Input.Community ?? Guid.Empty, Input.Building, Input.Facts);
        Say(Texts.Of("设备资料已保存。"));
        return RedirectToPage("/Equipment/Details", new { id });
    }

    public sealed class AssetInput
    {
        public Guid? Community { get; set; }

        public Guid? Building { get; set; }

        public AssetKind Kind { get; set; }

        [Required(ErrorMessage = "请填写设备名称。"), StringLength(60)]
        public string? Name { get; set; }

        [StringLength(100)]
        public string? Place { get; set; }

        [StringLength(60)]
        public string? Maker { get; set; }

        [StringLength(60)]
        public string? Model { get; set; }

        [StringLength(60)]
        public string? SerialNumber { get; set; }

        public DateOnly? InstalledOn { get; set; }

        public DateOnly? WarrantyUntil { get; set; }

        public DateOnly? InspectedUntil { get; set; }

        [StringLength(10)]
        public string? CountUnit { get; set; }

        internal AssetFacts Facts => new(Kind, Name, Place, Maker, Model, SerialNumber, InstalledOn, WarrantyUntil, InspectedUntil, CountUnit);

        internal static AssetInput Of(Asset asset) => new()
        {
            Building = asset.BuildingId,
            Kind = asset.Kind,
            Name = asset.Name,
            Place = asset.Place,
            Maker = asset.Maker,
            Model = asset.Model,
            SerialNumber = asset.SerialNumber,
            InstalledOn = asset.InstalledOn,
            WarrantyUntil = asset.WarrantyUntil,
            InspectedUntil = asset.InspectedUntil,
            CountUnit = asset.CountUnit,
        };
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Equipment;
using PropertyDesk.Domain.Equipment;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Equipment.Change;

/// <summary>A machine is stopped, runs again, or is taken out for good.</summary>
public sealed class StateModel(Assets assets, EquipmentQueries equipment) : DeskPage
{
    /// <summary>The machine.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AssetState State { get; set; }

    [BindProperty, StringLength(200)]
    public string? Reason { get; set; }

    public AssetDetails Details { get; private set; } = null!;

    public override async Task LoadAsync() => Details = await equipment.FindAsync(Id);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await assets.PutAsync(Id, State, Reason);
        Say(Texts.Of("设备状态已改为“{0}”。", Words.Of(State)));
        return RedirectToPage("/Equipment/Details", new { Id });
    }
}

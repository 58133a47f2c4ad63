using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Equipment;
using PropertyDesk.Domain.Equipment;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Equipment.Change;

/// <summary>The plans by which a machine is maintained.</summary>
public sealed class PlanModel(MaintenanceRoom room, EquipmentQueries equipment, CompanyDay day) : DeskPage
{
    /// <summary>The machine.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PlanInput Input { get; set; } = new();

    public AssetDetails Details { get; private set; } = null!;

    public override async Task LoadAsync() => Details = await equipment.FindAsync(Id);

    public Task OnGetAsync()
    {
        Input.FirstOn = day.Today;
        return LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        await room.PlanAsync(Id, new PlanTerms(Input.Name, Input.Rhythm, Input.Every, Input.FirstOn ?? day.Today, Input.LeadDays, Input.Checklist));
        Say(Texts.Of("保养计划已加上，到期的任务会自己出现。"));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostEndAsync(Guid plan)
    {
        await room.EndAsync(plan);
        Say(Texts.Of("计划已停止。"));
        return RedirectToPage(new { Id });
    }

    public sealed class PlanInput
    {
        [StringLength(60)]
        public string? Name { get; set; }

        public PlanRhythm Rhythm { get; set; } = PlanRhythm.Months;

        public int Every { get; set; } = 1;

        public DateOnly? FirstOn { get; set; }

        public int LeadDays { get; set; } = 3;

        [StringLength(2000)]
        public string? Checklist { get; set; }
    }
}

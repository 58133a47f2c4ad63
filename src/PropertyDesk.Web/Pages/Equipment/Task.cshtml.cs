using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Equipment;
using PropertyDesk.Domain.Equipment;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Equipment;

/// <summary>One task on a phone: the checklist line by line.</summary>
public sealed class TaskModel(EquipmentQueries equipment, MaintenanceRoom room) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty, MaxLength(Checklist.MostLines)]
    public List<ResultInput> Results { get; set; } = [];

    [BindProperty, StringLength(500)]
    public string? Note { get; set; }

    [BindProperty(Name = "File")]
    public IFormFile? Upload { get; set; }

    public TaskDetails Details { get; private set; } = null!;

    public override async Task LoadAsync() => Details = await equipment.TaskAsync(Id);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        await room.FinishAsync(Id, [.. Results.Where(r => r.Outcome is not null).Select(r => new CheckResult(r.Line, r.Outcome!.Value, r.Note))], Note, await Upload.ReadAsync());
        Say(Texts.Of("保养已登记。"));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostSkipAsync(string? reason)
    {
        await room.SkipAsync(Id, reason);
        Say(Texts.Of("这次保养已跳过。"));
        return RedirectToPage("/Equipment/Tasks");
    }

    public sealed class ResultInput
    {
        public int Line { get; set; }

        /// <summary>Null: not looked at yet.</summary>
        public CheckOutcome? Outcome { get; set; }

        [StringLength(200)]
        public string? Note { get; set; }
    }
}

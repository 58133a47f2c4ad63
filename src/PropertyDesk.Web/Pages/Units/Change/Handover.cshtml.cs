using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Units.Change;

/// <summary>Hands over one or many units on a day (交付).</summary>
public sealed class HandoverModel(Handovers handovers, HandoverQueries queries, UnitQueries units, CurrentCompany current, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Building { get; set; }

    /// <summary>Only this unit.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Unit { get; set; }

    [BindProperty]
    public HandoverInput Input { get; set; } = new();

    public ILookup<string, BuildingName> Buildings { get; private set; } = null!;

    public IReadOnlyList<AwaitingHandover> Awaiting { get; private set; } = [];

    public override async Task LoadAsync()
    {
        Buildings = (await units.BuildingsAsync()).ToLookup(b => b.Community);
        Awaiting = await queries.AwaitingAsync(Building, Unit);
    }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new HandoverInput { On = current.Today(clock), Units = Unit is { } only ? [only] : [] };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var warning = await handovers.HandOverAsync(Input.Units, Input.On!.Value, Input.Status, Input.Note);
        Say(string.Join(' ', new[] { Texts.Of("已登记 {0} 户交付，{1} 起由业主缴费。", Input.Units.Count, Show.Day(Input.On)), warning }.Where(text => text.Length > 0)));
        return Input.Units.Count == 1 ? RedirectToPage("/Units/Details", new { id = Input.Units[0] }) : RedirectToPage(new { Building });
    }

    public sealed class HandoverInput
    {
        [Required(ErrorMessage = "请填写日期。")]
        public DateOnly? On { get; set; }

        public UnitStatus Status { get; set; }

        [StringLength(200)]
        public string? Note { get; set; }

        public List<Guid> Units { get; set; } = [];
    }
}

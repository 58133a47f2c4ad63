using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Units.Change;

/// <summary>Whether a unit is lived in, vacant or being decorated, from a day on.</summary>
public sealed class StatusModel(UnitHeadQuery heads, Handovers handovers, ChangeUnit change, CurrentCompany current, TimeProvider clock) : UnitChangePage(heads)
{
    /// <summary>What somebody may choose; the others follow from sale and handover.</summary>
    public static readonly IReadOnlyList<UnitStatus> Choices = [UnitStatus.Occupied, UnitStatus.Vacant, UnitStatus.Renovating];

    [BindProperty]
    public StatusInput Input { get; set; } = new();

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new StatusInput { On = current.Today(clock), Status = Unit.Status };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await handovers.ChangeStatusAsync(Id, Input.Status, Input.On!.Value, Input.Note);
        return Done(Texts.Of("状态已更改。"));
    }

    /// <summary>How many people live in the unit.</summary>
    public async Task<IActionResult> OnPostPeopleAsync(int? people)
    {
        await LoadAsync();
        await change.CountPeopleAsync(Id, people);
        return Done(Texts.Of("居住人数已更改，从下一次出账起生效。"));
    }

    /// <summary>Takes the handover back.</summary>
    public async Task<IActionResult> OnPostUndoHandoverAsync()
    {
        await LoadAsync();
        await handovers.UndoAsync(Id);
        return Done(Texts.Of("交付已撤销，交付前由开发商缴费。"));
    }

    public sealed class StatusInput
    {
        [Required(ErrorMessage = "请填写日期。")]
        public DateOnly? On { get; set; }

        public UnitStatus Status { get; set; }

        [StringLength(200)]
        public string? Note { get; set; }
    }
}

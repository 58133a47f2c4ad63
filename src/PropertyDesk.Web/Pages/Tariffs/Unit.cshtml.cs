using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Charges;
using PropertyDesk.Application.Communities;
using PropertyDesk.Domain;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Tariffs;

/// <summary>What one unit is charged for: add a charge, end one, take back one that was never billed.</summary>
public sealed class UnitModel(UnitHeadQuery heads, UnitCharges charges, Assignments assignments, OneOffCharges oneOff) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ChargeInput Input { get; set; } = new();

    public UnitHead Unit { get; private set; } = null!;

    public IReadOnlyList<UnitChargeRow> Charges { get; private set; } = [];

    public IReadOnlyList<OneOffTariff> Once { get; private set; } = [];

    public IReadOnlyList<OpenCharge> Open { get; private set; } = [];

    public override async Task LoadAsync()
    {
        Unit = await heads.FindAsync(Id);
        (Charges, Open, Once) = (await charges.ListAsync(Id), await charges.MissingAsync(Id), await oneOff.TariffsAsync(Unit.CommunityId));
    }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input.Day = charges.Today;
    }

    public Task<IActionResult> OnPostAddAsync(Guid tariff, Guid subject) =>
        ActAsync(Texts.Of("已开始计费。"), () => assignments.AssignAsync(tariff, new AssignmentChoice(UnitId: Id, Only: [subject]), Input.Day));

    public Task<IActionResult> OnPostEndAsync(Guid tariff, Guid assignment) =>
        ActAsync(Texts.Of("计费到 {0} 为止。", Show.Day(Input.Day)), () => assignments.EndAsync(tariff, new AssignmentChoice(UnitId: Id, Only: [assignment]), Input.Day!.Value));

    public Task<IActionResult> OnPostOnceAsync(Guid tariff, decimal quantity, decimal? price, string? note) => ActAsync(
        Texts.Of("已记一笔，会出现在 {0} 的账单上。", Input.Day is { } on ? BillingMonth.Of(on) : ""),
        () => oneOff.AddAsync(Id, tariff, Input.Day!.Value, quantity, price, note));

    public Task<IActionResult> OnPostRemoveAsync(Guid assignment) =>
        ActAsync(Texts.Of("这项收费已删除。"), () => assignments.RemoveAsync(assignment));

    private async Task<IActionResult> ActAsync(string message, Func<Task> act)
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await act();
        Say(message);
        return RedirectToPage(new { Id });
    }

    public sealed class ChargeInput
    {
        [Required(ErrorMessage = "请填写日期。")]
        public DateOnly? Day { get; set; }
    }
}

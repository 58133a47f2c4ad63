using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Parking;
using PropertyDesk.Domain;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Parking;

/// <summary>One parking space: let it, change user or fee from a day on, end its use.</summary>
public sealed class SpaceModel(ParkingQueries queries, ParkingRoom room, CurrentCompany current, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public UseInput Input { get; set; } = new();

    public OneSpace Space { get; private set; } = null!;

    /// <summary>Who uses it today, or will.</summary>
    public UseRow? Now => Space.Uses.FirstOrDefault(u => u.To is null || u.To >= current.Today(clock));

    public override async Task LoadAsync() => Space = await queries.FindAsync(Id);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new UseInput { From = current.Today(clock), Unit = Now?.Unit, Plate = Now?.Plate, Fee = Now?.MonthlyFee.Yuan };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await room.LetAsync(Id, new NewUse(Input.Unit ?? "", Input.Plate, Money.Round(Input.Fee ?? 0), Input.From!.Value, Input.Tariff));
        Say(Texts.Of("车位 {0} 自 {1} 起由 {2} 使用。", Space.Number, Show.Day(Input.From), Input.Unit ?? ""));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostEndAsync(DateOnly? to)
    {
        // The form of the new use is another one, and was not sent.
        ModelState.Clear();
        await LoadAsync();
        await room.EndAsync(Id, to ?? throw new RuleViolation("请填写日期。", field: "To"));
        Say(Texts.Of("车位 {0} 用到 {1} 为止。", Space.Number, Show.Day(to)));
        return RedirectToPage(new { Id });
    }

    public sealed class UseInput
    {
        [Required(ErrorMessage = "请填写房号。")]
        [StringLength(40)]
        public string? Unit { get; set; }

        [StringLength(20)]
        public string? Plate { get; set; }

        [Required(ErrorMessage = "请填写每月费用，免费填 0。")]
        [Range(0, 100_000, ErrorMessage = "请填写每月费用，免费填 0。")]
        public decimal? Fee { get; set; }

        [Required(ErrorMessage = "请填写日期。")]
        public DateOnly? From { get; set; }

        public Guid? Tariff { get; set; }
    }
}

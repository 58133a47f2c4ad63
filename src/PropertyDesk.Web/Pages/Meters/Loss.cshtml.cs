using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Metering;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Metering;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Meters;

/// <summary>Master meters against what is behind them: the month's readings, the loss, and new master meters.</summary>
public sealed class LossModel(MeterLosses losses, MasterMeters masters, UnitQueries units, CurrentCompany current, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    [BindProperty]
    public MasterInput Input { get; set; } = new();

    public IReadOnlyList<BuildingName> Buildings { get; private set; } = [];

    public IReadOnlyList<MasterMonth> Rows { get; private set; } = [];

    public BillingMonth Period => BillingMonth.TryParse(Month, out var month) ? month : BillingMonth.Of(current.Today(clock)).Previous;

    public Task OnGetAsync() => LoadAsync();

    public override async Task LoadAsync()
    {
        Buildings = await units.BuildingsAsync();
        Community = NotFoundException.Check(Buildings.FirstOrDefault(b => Community is null || b.CommunityId == Community), Community ?? Guid.Empty).CommunityId;
        Rows = await losses.OfAsync(Community.Value, Period);
    }

    public async Task<IActionResult> OnPostAddAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await masters.AddAsync(Community!.Value, Input.Kind, Input.Building, Input.Name, Input.Multiplier);
        Say(Texts.Of("总表 {0} 已保存。", Input.Name));
        return RedirectToPage(new { Community, month = Period.ToString() });
    }

    public async Task<IActionResult> OnPostReadAsync(List<ValuesInput> values)
    {
        // The form of a new meter is another one, and was not sent.
        ModelState.Clear();
        await LoadAsync();
        var typed = values.Where(v => !string.IsNullOrWhiteSpace(v.Previous) || !string.IsNullOrWhiteSpace(v.Current)).Select(v => new MasterValues(v.Meter, Number(v.Previous), Number(v.Current))).ToList();
        await masters.ReadAsync(Community!.Value, Period, typed);
        Say(Texts.Of("{0} 的 {1} 个读数已保存。", Period, typed.Count));
        return RedirectToPage(new { Community, month = Period.ToString() });
    }

    private static decimal Number(string? text) => ReadingText.Parse(text) ?? throw new RuleViolation("“{0}”不是数字；上期和本期读数都要填。", [text ?? ""]);

    public sealed class MasterInput
    {
        public MeterKind Kind { get; set; }

        public Guid? Building { get; set; }

        [Required(ErrorMessage = "请填写名称。")]
        [StringLength(60)]
        public string Name { get; set; } = "";

        [Range(0.001, 100_000, ErrorMessage = "倍率须大于 0。")]
        public decimal Multiplier { get; set; } = 1;
    }

    public sealed class ValuesInput
    {
        public Guid Meter { get; set; }

        public string? Previous { get; set; }

        public string? Current { get; set; }
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Metering;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Metering;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Meters.Change;

/// <summary>New meters for the units of a building that have none.</summary>
public sealed class InstallModel(InstallMeters install, UnitQueries units, CurrentCompany current, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Building { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    [BindProperty(SupportsGet = true)]
    public MeterKind Kind { get; set; }

    [BindProperty]
    public InstallInput Input { get; set; } = new();

    [BindProperty]
    [MaxLength(2000)]
    public List<MeterRow> Rows { get; set; } = [];

    public IReadOnlyList<BuildingName> Buildings { get; private set; } = [];

    public IReadOnlyList<UnmeteredUnit> Unmetered { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input.On = current.Today(clock);
    }

    public override async Task LoadAsync()
    {
        Buildings = await units.BuildingsAsync();
        Building = NotFoundException.Check(Buildings.FirstOrDefault(b => (Building is null || b.Id == Building) && (Community is null || b.CommunityId == Community)), Building ?? Community ?? Guid.Empty).Id;
        Unmetered = await install.UnmeteredAsync(Building.Value, Kind);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (meters, charges) = await install.RunAsync(new MeterInstallation(Building!.Value, Kind, Input.On!.Value, Input.Multiplier, Input.Digits, Read(), Input.Charge));
        Say(Texts.Of("已装 {0} 块表，{1} 项收费从次日开始。", meters, charges));
        return RedirectToPage("/Meters/Index", new { Building, Kind });
    }

    /// <summary>What was typed for a unit.</summary>
    public MeterRow RowOf(Guid unit) => Rows.Find(r => r.UnitId == unit) ?? new MeterRow();

    private List<NewMeter> Read()
    {
        var typed = Rows.FindAll(r => !string.IsNullOrWhiteSpace(r.Number));
        return typed.Count > 0
            ? typed.ConvertAll(r => new NewMeter(r.UnitId, r.Number!, ReadingText.Parse(r.First) ?? throw new RuleViolation("表号 {0} 的起数不是数字。", [r.Number!])))
            : throw new RuleViolation("还没有填写表号。");
    }

    public sealed class InstallInput
    {
        [Required(ErrorMessage = "请填写日期。")]
        public DateOnly? On { get; set; }

        [Range(3, 9, ErrorMessage = "表的位数须为 3 到 9 位。")]
        public int Digits { get; set; } = 6;

        [Range(0.0001, 100_000, ErrorMessage = "倍率须大于 0。")]
        public decimal Multiplier { get; set; } = 1;

        public bool Charge { get; set; } = true;
    }

    public sealed class MeterRow
    {
        public Guid UnitId { get; set; }

        [StringLength(40)]
        public string? Number { get; set; }

        [StringLength(20)]
        public string? First { get; set; } = "0";
    }
}

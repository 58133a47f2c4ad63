using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Charges;
using PropertyDesk.Application.Communities;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Metering;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Tariffs;

/// <summary>The common meters of a community: new ones, and the readings of a month in one table.</summary>
public sealed class CommonModel(CommonMeters meters, CommonMeterQueries queries, CommunityQueries communities, CurrentCompany current, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    [BindProperty]
    public MeterInput Input { get; set; } = new();

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    public IReadOnlyList<CommonMeterRow> Meters { get; private set; } = [];

    public IReadOnlyList<SharedTariff> Tariffs { get; private set; } = [];

    public IReadOnlyList<BuildingChoice> Buildings { get; private set; } = [];

    public BillingMonth Period => BillingMonth.TryParse(Month, out var month) ? month : BillingMonth.Of(current.Today(clock)).Previous;

    public override async Task LoadAsync()
    {
        Communities = await communities.NamesAsync();
        Community ??= Communities.Count > 0 ? Communities[0].Id : null;
        if (Community is { } here)
        {
            (Meters, Tariffs, Buildings) = (await queries.ListAsync(here, Period), await queries.TariffsAsync(here), await queries.BuildingsAsync(here));
        }
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAddAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var sharers = await meters.AddAsync(Input.Tariff, Input.Building, Input.Name, Input.Multiplier, Input.Kind);
        Say(Texts.Of("公摊总表 {0} 已保存，{1} 户分摊。", Input.Name, sharers));
        return RedirectToPage(new { Community, month = Period.ToString() });
    }

    public async Task<IActionResult> OnPostReadAsync(List<ReadingInput> readings)
    {
        await LoadAsync();
        var typed = readings.Where(r => r is { Previous: not null, Current: not null }).Select(r => new CommonReading(r.Meter, r.Previous!.Value, r.Current!.Value)).ToList();
        await meters.ReadAsync(Community ?? Guid.Empty, Period, typed);
        Say(Texts.Of("{0} 的 {1} 个读数已保存。", Period, typed.Count));
        return RedirectToPage(new { Community, month = Period.ToString() });
    }

    public sealed class MeterInput
    {
        public Guid Tariff { get; set; }

        public Guid? Building { get; set; }

        public MeterKind Kind { get; set; } = MeterKind.Electricity;

        [Required(ErrorMessage = "请填写名称。")]
        [StringLength(60)]
        public string Name { get; set; } = "";

        [Range(0.001, 100_000, ErrorMessage = "倍率须大于 0。")]
        public decimal Multiplier { get; set; } = 1;
    }

    public sealed class ReadingInput
    {
        public Guid Meter { get; set; }

        public decimal? Previous { get; set; }

        public decimal? Current { get; set; }
    }
}

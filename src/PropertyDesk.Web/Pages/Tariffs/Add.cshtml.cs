using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Charges;
using PropertyDesk.Domain;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Tariffs;

/// <summary>A new charge item with its first tariff and price, or another tariff of an item: one form.</summary>
public sealed class AddModel(NewCharges charges, TariffQueries queries, TariffTrial trial, CurrentCompany current, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Community { get; set; }

    /// <summary>The item that gets another tariff; null for a new item.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Item { get; set; }

    [BindProperty]
    public NewChargeInput Input { get; set; } = new();

    public OneItem? Known { get; private set; }

    public TrialResult? Trial { get; private set; }

    public override async Task LoadAsync()
    {
        Known = Item is { } id ? await queries.ItemAsync(id) : null;
        Community = Known?.CommunityId ?? Community;
    }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input.ValidFrom = BillingMonth.Of(current.Today(clock)).FirstDay;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!IsComplete())
        {
            return Page();
        }

        var added = Item is { } item ? await charges.AddTariffAsync(item, Input.ToFacts(), Input.ChargeAll) : await charges.AddItemAsync(Community, Input.ToItem(), Input.ToFacts(), Input.ChargeAll);
        Say(Texts.Of("{0}已保存，{1} 个收费对象开始计费。", Known?.Facts.Name ?? Input.Name!, added));
        return RedirectToPage("/Tariffs/Index", new { community = Community });
    }

    public async Task<IActionResult> OnPostTryAsync()
    {
        await LoadAsync();
        if (ModelState.IsValid)
        {
            Trial = await trial.RunAsync(Community, Input.ToFacts(), Input.TrialUnit, Input.TrialUse);
        }

        return Page();
    }

    private bool IsComplete()
    {
        if (Item is null && string.IsNullOrWhiteSpace(Input.Name))
        {
            ModelState.AddModelError("Input.Name", Texts.Of("请填写收费项目。"));
        }

        return ModelState.IsValid;
    }

    public sealed class NewChargeInput : TariffInput
    {
        [StringLength(40)]
        public string? Name { get; set; }

        public bool OnBehalf { get; set; }

        [Range(0, 99, ErrorMessage = "税率须在 0 到 99 之间。")]
        public decimal VatPercent { get; set; }

        public ItemFacts ToItem() => new(Name!, OnBehalf, null, VatPercent);
    }
}

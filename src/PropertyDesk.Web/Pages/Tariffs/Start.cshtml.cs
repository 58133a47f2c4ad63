using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Charges;
using PropertyDesk.Domain;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Tariffs;

/// <summary>A community's usual charges from nothing: fill in prices, save once, and everybody is charged.</summary>
public sealed class StartModel(NewCharges charges, TariffQueries queries, CurrentCompany current, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Community { get; set; }

    [BindProperty]
    public StartInput Input { get; set; } = new();

    /// <summary>Whether each of the usual charges is there already.</summary>
    public IReadOnlyList<bool> Known { get; private set; } = [];

    public override async Task LoadAsync()
    {
        var items = await queries.ListAsync(Community);
        Known = [.. CommonCharges.All.Select(c => items.Any(i => i.Name == c.Name && i.Tariffs.Any(t => t.Scope == c.Scope || t.Scope == Domain.Charges.TariffScope.AllUnits || c.Scope == Domain.Charges.TariffScope.AllUnits)))];
    }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input.ValidFrom = BillingMonth.Of(current.Today(clock)).FirstDay;
        Input.Rows = [.. CommonCharges.All.Select(c => new StartRow { VatPercent = c.VatPercent })];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid || Input.Rows.Count != CommonCharges.All.Count)
        {
            return Page();
        }

        var chosen = CommonCharges.All.Zip(Input.Rows).Where(x => x.Second.IsChosen(x.First)).Select(x => x.First.With(x.Second.Price ?? "", x.Second.VatPercent, Input.ValidFrom!.Value)).ToList();
        var charged = await charges.StartAsync(Community, chosen, Input.ChargeAll);
        Say(Texts.Of("已建立 {0} 项收费，{1} 个收费对象开始计费。", chosen.Count, charged));
        return RedirectToPage("/Tariffs/Index", new { Community });
    }

    public sealed class StartInput
    {
        [Required(ErrorMessage = "请填写开始日期。")]
        public DateOnly? ValidFrom { get; set; }

        public bool ChargeAll { get; set; } = true;

        [MaxLength(50)]
        public List<StartRow> Rows { get; set; } = [];
    }

    public sealed class StartRow
    {
        /// <summary>For charges that need no price.</summary>
        public bool Take { get; set; }

        [StringLength(1000)]
        public string? Price { get; set; }

        [Range(0, 99, ErrorMessage = "税率须在 0 到 99 之间。")]
        public decimal VatPercent { get; set; }

        public bool IsChosen(CommonCharge charge) => Domain.Charges.ChargeMethods.HasPrice(charge.Method) ? !string.IsNullOrWhiteSpace(Price) : Take;
    }
}

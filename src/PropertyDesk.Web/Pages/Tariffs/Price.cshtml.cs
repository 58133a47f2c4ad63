using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Charges;
using PropertyDesk.Domain;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Tariffs;

/// <summary>Adds a price that holds from a day on.</summary>
public sealed class PriceModel(TariffQueries queries, Application.Charges.Tariffs tariffs, CurrentCompany current, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PriceInput Input { get; set; } = new();

    public OneTariff Found { get; private set; } = null!;

    public override async Task LoadAsync() => Found = await queries.FindAsync(Id);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        var newest = Found.Tariff.Versions is [var first, ..] ? first : null;
        var nextMonth = BillingMonth.Of(current.Today(clock)).Next.FirstDay;
        Input = new PriceInput { ValidFrom = nextMonth, Price = newest?.Price, Tiers = newest?.Tiers };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await tariffs.AddVersionAsync(Id, Input.ValidFrom!.Value, Input.Price, Input.Tiers);
        Say(Texts.Of("{0} 起的新价格已保存。", Show.Day(Input.ValidFrom)));
        return RedirectToPage("/Tariffs/Index", new { community = Found.CommunityId });
    }

    public sealed class PriceInput
    {
        [Required(ErrorMessage = "请填写开始日期。")]
        public DateOnly? ValidFrom { get; set; }

        [Range(0, 1_000_000, ErrorMessage = "请填写单价，且不能为负数。")]
        public decimal? Price { get; set; }

        [StringLength(1000)]
        public string? Tiers { get; set; }
    }
}

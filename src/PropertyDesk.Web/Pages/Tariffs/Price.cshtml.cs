using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Charges;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Tariffs;

/// <summary>Adds a price that holds from a day on.</summary>
public sealed class PriceModel(TariffQueries queries, Application.Charges.Tariffs tariffs, TariffTrial trial, CurrentCompany current, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PriceInput Input { get; set; } = new();

    public OneTariff Found { get; private set; } = null!;

    public TrialResult? Trial { get; private set; }

    public override async Task LoadAsync() => Found = await queries.FindAsync(Id);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        var newest = Found.Tariff.Versions is [var first, ..] ? first : null;
        var nextMonth = BillingMonth.Of(current.Today(clock)).Next.FirstDay;
        Input = new PriceInput { ValidFrom = nextMonth, Price = newest?.Price, Tiers = newest?.Tiers, Unit = newest?.Unit };
        Input.Take(newest?.Terms ?? PriceTerms.None);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await tariffs.AddVersionAsync(Id, Input.ValidFrom!.Value, Input.ToPrice());
        Say(Texts.Of("{0} 起的新价格已保存。", Show.Day(Input.ValidFrom)));
        return RedirectToPage("/Tariffs/Index", new { community = Found.CommunityId });
    }

    public async Task<IActionResult> OnPostTryAsync()
    {
        await LoadAsync();
        if (ModelState.IsValid)
        {
            var tariff = Found.Tariff;
            var facts = new TariffFacts(tariff.Scope, tariff.Method, tariff.MeterKind ?? Domain.Metering.MeterKind.Water, Input.ValidFrom!.Value, Input.ToPrice()) { AreaBasis = tariff.AreaBasis };
            Trial = await trial.RunAsync(Found.CommunityId, facts, Input.TrialUnit, Input.TrialUse);
        }

        return Page();
    }
}

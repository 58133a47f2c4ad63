using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.WhatIf;
using PropertyDesk.Domain;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.WhatIf;

/// <summary>Tries a price, a tier table or a basis of division on a month's real data, before anybody is billed by it.</summary>
public sealed class IndexModel(ScenarioQueries queries, TryTariff trial, CurrentCompany current, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Tariff { get; set; }

    [BindProperty]
    public ScenarioInput Input { get; set; } = new();

    public IReadOnlyList<TariffToTry> Tariffs { get; private set; } = [];

    public TariffToTry? Chosen { get; private set; }

    public ScenarioResult? Result { get; private set; }

    public override async Task LoadAsync()
    {
        Tariffs = await queries.TariffsAsync();
        Chosen = Tariffs.FirstOrDefault(t => t.Id == Tariff) ?? (Tariff is { } id ? throw new NotFoundException(id.ToString()) : Tariffs.Count > 0 ? Tariffs[0] : null);
    }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new ScenarioInput
        {
            Month = (await queries.MonthAsync()).ToString(),
            Price = Chosen?.Price,
            Tiers = Chosen?.Tiers,
            Formula = Chosen?.Formula,
            Basis = Chosen?.Method,
            ValidFrom = BillingMonth.Of(current.Today(clock)).Next.FirstDay,
        };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (ModelState.IsValid && Tariff is { } tariff)
        {
            Result = await trial.RunAsync(Input.ToScenario(tariff));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAdoptAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid || Chosen is null)
        {
            return Page();
        }

        await trial.AdoptAsync(Input.ToScenario(Chosen.Id), Input.ValidFrom);
        Say(Texts.Of("{0} 起的新价格已保存。", Show.Day(Input.ValidFrom)));
        return RedirectToPage("/Tariffs/Index", new { community = Chosen.CommunityId });
    }

    /// <summary>What a band of changes is called.</summary>
    public static string BandName(ChangeBand band) =>
        band.Above is { } above && band.UpTo is { } upTo ? $"{Plain(above)} ~ {Plain(upTo)}" : Texts.Of("不变");

    /// <summary>What the chart draws, as JSON.</summary>
    public string Chart() => JsonSerializer.Serialize(new
    {
        names = Result!.Bands.Select(BandName),
        values = Result.Bands.Select(b => b.Households),
        sides = Result.Bands.Select(b => b.UpTo is null ? 0 : b.UpTo > Money.Zero ? 1 : -1),
    });

    // Short enough for an axis.
    private static string Plain(Money money) => money.Yuan.ToString("+0.##;-0.##;0", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An amount with its sign.</summary>
    public static string Signed(Money money) => money > Money.Zero ? "+" + money : money.ToString();
}

using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Charges;
using PropertyDesk.Application.WhatIf;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.IntegrationTests.Charges;

/// <summary>What a price, a tier table or a basis would change, on the clean workbook's May 2025.</summary>
public sealed class TryingPrices
{
    private static readonly BillingMonth May = new(2025, 5);

    [Fact]
    public async Task A_price_is_compared_with_what_the_run_bills()
    {
        var desk = await Desk.OpenAsync();
        var (community, _, _) = await desk.ImportAsync("cuihu-garden.xlsx");
        var tariff = await TariffAsync(desk, "物业费", TariffScope.Residential);
        await desk.In((BillRuns r) => r.DraftAsync(community, May));
        var billed = await desk.See(db => db.BillLines.Where(l => l.ItemName == "物业费" && l.Bill.Unit.Kind == Domain.Communities.UnitKind.Residential).SumAsync(l => l.Amount.Fen));
        var areas = await desk.See(db => db.Units.Where(u => u.Kind == Domain.Communities.UnitKind.Residential).Select(u => u.BillingArea).ToListAsync());

        var result = await desk.In((TryTariff t) => t.RunAsync(new Scenario(tariff, May, new PriceFacts(3.10m, null))));

        Assert.Equal(new Money(billed), result.Total.Before);
        Assert.Equal(Money.Sum(areas.Select(a => Money.Round(a * 3.10m))), result.Total.After);
        Assert.Equal((648, 648, 0, 0), (result.Households.Count, result.More, result.Less, result.Uncharged));
        Assert.Equal(result.Total, AmountChange.Sum(result.Buildings.Select(b => b.Amount)));
        Assert.Equal(648, result.Bands.Sum(b => b.Households));
        Assert.Equal(result.Households.Max(h => h.Amount.Difference), result.MostAffected[0].Amount.Difference);
        Assert.Equal(10, result.MostAffected.Count);
    }

    [Fact]
    public async Task The_price_that_holds_changes_nothing_and_nothing_is_written()
    {
        var desk = await Desk.OpenAsync();
        await desk.ImportAsync("cuihu-garden.xlsx");
        var water = await TariffAsync(desk, "水费", TariffScope.Residential);
        var tiers = await desk.See(db => db.TariffVersions.Where(v => v.TariffId == water).Select(v => v.Tiers).SingleAsync());

        var result = await desk.In((TryTariff t) => t.RunAsync(new Scenario(water, May, new PriceFacts(null, tiers))));

        Assert.True(result.Total.Before > Money.Zero);
        Assert.Equal((result.Households.Count, Money.Zero), (result.Same, result.Total.Difference));
        Assert.Empty(result.MostAffected);
        Assert.Equal(0, await desk.See(db => db.BillRuns.CountAsync()));
        Assert.Equal(1, await desk.See(db => db.TariffVersions.CountAsync(v => v.TariffId == water)));
    }

    [Fact]
    public async Task Another_basis_moves_the_shares_and_keeps_the_whole()
    {
        var desk = await Desk.OpenAsync();
        await desk.ImportAsync("cuihu-garden.xlsx");
        var lift = await TariffAsync(desk, "电梯及楼道照明", TariffScope.AllUnits);
        var price = await desk.See(db => db.TariffVersions.Where(v => v.TariffId == lift).Select(v => v.Price).FirstAsync());

        var result = await desk.In((TryTariff t) => t.RunAsync(new Scenario(lift, May, new PriceFacts(price, null), ChargeMethod.SharedByHousehold)));

        Assert.Equal(new Money(18_448_24), result.Total.Before);
        Assert.Equal(Money.Zero, result.Total.Difference);
        Assert.True(result is { More: > 0, Less: > 0 });
        Assert.All(result.Buildings, b => Assert.Equal(Money.Zero, b.Amount.Difference));
    }

    [Fact]
    public async Task The_page_shows_it_hands_out_a_workbook_and_adopts_it()
    {
        var desk = await Desk.OpenAsync();
        await desk.ImportAsync("cuihu-garden.xlsx");
        var tariff = await TariffAsync(desk, "物业费", TariffScope.Residential);
        var browser = await desk.SignInAsync(Role.Collector);
        var page = $"/{desk.Company.Slug}/WhatIf?tariff={tariff}";
        Dictionary<string, string> form = new(StringComparer.Ordinal) { ["tariff"] = $"{tariff}", ["Input.Month"] = "2025-05", ["Input.Price"] = "3.10", ["Input.Basis"] = nameof(ChargeMethod.AreaTimesPrice), ["Input.ValidFrom"] = "2025-07-01" };

        var answer = await Desk.PostAsync(browser, page, page, form);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("影响最大的十户", html, StringComparison.Ordinal);
        Assert.Contains("648 / 0 / 0", html, StringComparison.Ordinal);

        using var file = await browser.GetAsync($"/{desk.Company.Slug}/what-if.xlsx?tariff={tariff}&month=2025-05&price=3.10");
        using var zip = new ZipArchive(await file.Content.ReadAsStreamAsync());
        Assert.NotNull(zip.GetEntry("xl/worksheets/sheet2.xml"));

        Assert.Equal(HttpStatusCode.Redirect, (await Desk.PostAsync(browser, page, page + "&handler=Adopt", form)).StatusCode);
        Assert.Equal(3.10m, await desk.See(db => db.TariffVersions.Where(v => v.TariffId == tariff && v.ValidFrom == new DateOnly(2025, 7, 1)).Select(v => v.Price).SingleAsync()));
    }

    [Fact]
    public async Task A_tier_table_that_is_none_is_refused_with_the_place()
    {
        var desk = await Desk.OpenAsync();
        await desk.ImportAsync("cuihu-garden.xlsx");
        var water = await TariffAsync(desk, "水费", TariffScope.Residential);
        var rule = await Assert.ThrowsAsync<RuleViolation>(() => desk.In((TryTariff t) => t.RunAsync(new Scenario(water, May, new PriceFacts(null, "0-10:3;12-:4")))));
        Assert.Equal("Tiers", rule.Field);
    }

    private static Task<Guid> TariffAsync(Desk desk, string item, TariffScope scope) =>
        desk.See(db => db.Tariffs.Where(t => t.ChargeItem.Name == item && t.Scope == scope).Select(t => t.Id).SingleAsync());
}

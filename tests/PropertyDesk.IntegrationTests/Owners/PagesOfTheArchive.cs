using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Companies;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Owners;

/// <summary>The pages of owners, units, communities, tariffs, payments and the ledger, as a browser gets them.</summary>
public sealed class PagesOfTheArchive
{
    private const string Phone = "13812341234";

    [Fact]
    public async Task An_owners_page_hides_personal_data_until_somebody_asks()
    {
        var till = await Till.OpenAsync();
        var desk = await till.Desk.SignInAsync(Role.ServiceDesk);
        var page = $"/{till.Desk.Company.Slug}/Owners/Details/{till.Own.Zhang.Id}";

        var html = await desk.GetStringAsync(page);
        var revealed = await (await Desk.PostAsync(desk, page, page + "?handler=Reveal", [])).Content.ReadAsStringAsync();

        Assert.DoesNotContain(Phone, html, StringComparison.Ordinal);
        Assert.DoesNotContain(SmallCommunity.IdNumber, html, StringComparison.Ordinal);
        Assert.Contains("138****1234", html, StringComparison.Ordinal);
        Assert.Contains(Phone, revealed, StringComparison.Ordinal);
        Assert.Contains(SmallCommunity.IdNumber, revealed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/Owners?sort=Debt&debtors=true", "张伟")]
    [InlineData("/Units?q=1801", "3-2-1801")]
    [InlineData("/Units/Details/{unit}", "W000001")]
    [InlineData("/Communities", "翠湖花园")]
    [InlineData("/Communities/Settings/{community}", "翠湖花园")]
    [InlineData("/Tariffs?community={community}", "元/㎡·月")]
    [InlineData("/Tariffs/Price/{tariff}", "2.8")]
    [InlineData("/Tariffs/Item/{item}", "6")]
    [InlineData("/Payments", "A-000001")]
    [InlineData("/Payments?method=Cash&page=9", "A-000001")]
    [InlineData("/Payments/Details/{payment}", "物业费")]
    [InlineData("/Ledger?page=1&kind=PaymentReceived", "A-000001")]
    [InlineData("/Search?q=" + "3-2-18", "李娜")]
    public async Task A_page_shows_what_is_there(string address, string text)
    {
        var till = await Till.OpenAsync();
        var taken = await till.TakeAsync((await till.AskAsync(till.Own.Zhang)).Paying(new(1000)));
        var manager = await till.Desk.SignInAsync(Role.Manager);

        var html = await manager.GetStringAsync("/" + till.Desk.Company.Slug + Filled(address, till.Own, taken.PaymentId));

        Assert.Contains(text, html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/Owners/Details/{owner}")]
    [InlineData("/Owners/Edit/{owner}")]
    [InlineData("/Units/Details/{unit}")]
    [InlineData("/Communities/Settings/{community}")]
    [InlineData("/Tariffs/Price/{tariff}")]
    [InlineData("/Tariffs/Item/{item}")]
    [InlineData("/Payments/Take/{owner}")]
    public async Task A_foreign_id_is_not_there(string address)
    {
        var till = await Till.OpenAsync();
        var manager = await till.Desk.SignInAsync(Role.Manager);
        var answer = await manager.GetAsync("/" + till.Desk.Company.Slug + Filled(address, till.Foreign, Guid.Empty));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_new_price_is_added_on_its_page_and_gives_way_to_another_only_while_nobody_was_billed_by_it()
    {
        var till = await Till.OpenAsync();
        var manager = await till.Desk.SignInAsync(Role.Manager);
        var page = $"/{till.Desk.Company.Slug}/Tariffs/Price/{till.Own.PropertyTariff.Id}";
        Dictionary<string, string> form = new(StringComparer.Ordinal) { ["Input.ValidFrom"] = "2026-01-01", ["Input.Price"] = "3.123456" };

        Assert.Equal(HttpStatusCode.Redirect, (await Desk.PostAsync(manager, page, page, form)).StatusCode);
        form["Input.Price"] = "3.10";
        Assert.Equal(HttpStatusCode.Redirect, (await Desk.PostAsync(manager, page, page, form)).StatusCode);
        Assert.Equal(3.10m, await till.SeeAsync(db => db.TariffVersions.Where(v => v.TariffId == till.Own.PropertyTariff.Id && v.ValidFrom == new DateOnly(2026, 1, 1)).Select(v => v.Price).SingleAsync()));

        // March and April went out by the first price.
        form["Input.ValidFrom"] = "2024-01-01";
        var billed = await Desk.PostAsync(manager, page, page, form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, billed.StatusCode);
        Assert.Contains("2024-01-01 起已有一个价格，并已按它出过账", await billed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static string Filled(string address, SmallCommunity own, Guid payment) => address
        .Replace("{owner}", own.Zhang.Id.ToString(), StringComparison.Ordinal)
        .Replace("{unit}", own.Units[0].Id.ToString(), StringComparison.Ordinal)
        .Replace("{community}", own.Community.Id.ToString(), StringComparison.Ordinal)
        .Replace("{tariff}", own.PropertyTariff.Id.ToString(), StringComparison.Ordinal)
        .Replace("{item}", own.PropertyFee.Id.ToString(), StringComparison.Ordinal)
        .Replace("{payment}", payment.ToString(), StringComparison.Ordinal);
}

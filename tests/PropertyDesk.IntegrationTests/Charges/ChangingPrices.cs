using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Charges;
using PropertyDesk.Application.Communities;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Charges;

public sealed class ChangingPrices
{
    [Fact]
    public async Task A_bill_that_exists_keeps_its_price_and_the_next_has_the_new_one()
    {
        var till = await Till.OpenAsync();

        await till.WithAsync((Tariffs t) => t.AddVersionAsync(till.Own.PropertyTariff.Id, new DateOnly(2025, 4, 1), new PriceFacts(3.00m, null)));
        await till.WithAsync((BillRuns r) => r.DraftAsync(till.Own.Community.Id, Till.April.Next));

        var fees = await till.SeeAsync(db => db.BillLines.Where(l => l.ItemName == "物业费").Select(l => new { l.Period, l.Amount }).Distinct().ToListAsync());
        Assert.Equal(
            [(Till.March, Money.Exact(250.40m)), (Till.April, Money.Exact(250.40m)), (Till.April.Next, Money.Exact(268.29m))],
            fees.OrderBy(f => f.Period).Select(f => (f.Period, f.Amount)));
    }

    [Fact]
    public async Task Prices_are_listed_newest_first_with_the_one_of_today_marked()
    {
        var till = await Till.OpenAsync();
        await till.WithAsync((Tariffs t) => t.AddVersionAsync(till.Own.PropertyTariff.Id, till.Today.AddDays(1), new PriceFacts(3.00m, null)));

        var tariff = await till.WithAsync((TariffQueries q) => q.FindAsync(till.Own.PropertyTariff.Id));

        Assert.Equal(
            [(3.00m, (DateOnly?)null, false), (2.80m, till.Today, true)],
            tariff.Tariff.Versions.Select(v => (v.Price!.Value, v.To, v.IsCurrent)));
        Assert.Equal(3, tariff.Tariff.Charged);
    }

    [Fact]
    public async Task Two_prices_cannot_begin_on_one_day()
    {
        var till = await Till.OpenAsync();
        var rule = await Assert.ThrowsAsync<RuleViolation>(() =>
            till.WithAsync((Tariffs t) => t.AddVersionAsync(till.Own.PropertyTariff.Id, new DateOnly(2024, 1, 1), new PriceFacts(3m, null))));
        Assert.Equal("ValidFrom", rule.Field);
    }

    [Fact]
    public async Task The_vat_rate_is_that_of_later_bills()
    {
        var till = await Till.OpenAsync();
        await till.WithAsync((ChargeSetup s) => s.DescribeAsync(till.Own.PropertyFee.Id, new ItemFacts("物业费", OnBehalf: false, null, 9m)));

        Assert.Equal(9m, (await till.WithAsync((TariffQueries q) => q.ItemAsync(till.Own.PropertyFee.Id))).Facts.VatPercent);
        Assert.Equal([0.06m], await till.SeeAsync(db => db.BillLines.Where(l => l.ItemName == "物业费").Select(l => l.VatRate).Distinct().ToListAsync()));
    }

    [Theory]
    [InlineData(0, 20, "BillingDay")]
    [InlineData(29, 20, "BillingDay")]
    [InlineData(1, 0, "DueDays")]
    [InlineData(1, 91, "DueDays")]
    public async Task The_billing_calendar_has_bounds(int day, int due, string field)
    {
        var till = await Till.OpenAsync();
        var rule = await Assert.ThrowsAsync<RuleViolation>(() => till.WithAsync((ChangeCommunity c) =>
            c.RunAsync(till.Own.Community.Id, new CommunitySettings("翠湖花园", null, null, day, due))));
        Assert.Equal(field, rule.Field);
    }

    [Fact]
    public async Task The_settings_of_a_community_are_kept()
    {
        var till = await Till.OpenAsync();
        var settings = new CommunitySettings("翠湖花园二期", "湖滨路 1 号", "0551-1", 5, 15);
        await till.WithAsync((ChangeCommunity c) => c.RunAsync(till.Own.Community.Id, settings));
        Assert.Equal(settings with { ReadingAlarmTimes = 3m, ReceiptPaper = ReceiptPaper.A5 }, await till.WithAsync((CommunityQueries q) => q.SettingsAsync(till.Own.Community.Id)));
        await Assert.ThrowsAsync<NotFoundException>(() => till.WithAsync((ChangeCommunity c) => c.RunAsync(till.Foreign.Community.Id, settings)));
    }
}

using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;

namespace PropertyDesk.IntegrationTests.Charges;

/// <summary>One-off charges: entered for a unit in one short form, on the bill of that month, once.</summary>
public sealed class ChargingOnce
{
    [Fact]
    public async Task Stands_on_the_bill_of_its_month_and_nobody_counts_as_missing()
    {
        var (bare, tariff) = await OpenAsync();
        var page = $"Tariffs/Unit/{bare.Units[0].Id}";
        await bare.FillAsync(page, Form(tariff, "2", "", "2025-05-12"), "Once");
        await bare.FillAsync(page, Form(tariff, "1.5", "40", "2025-05-12"), "Once");

        var charged = await bare.ChargedAsync("门禁卡");

        Assert.Equal([("1-1-101", new Money(110_00))], charged.Select(c => (c.Key, c.Value))); // 2 × 25 + 1.5 × 40
        Assert.DoesNotContain("还没有计费", await bare.SeeAsync($"Tariffs?community={bare.Community.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quantity_of_nothing_or_a_month_that_is_billed_is_refused()
    {
        var (bare, tariff) = await OpenAsync();
        var page = $"Tariffs/Unit/{bare.Units[0].Id}";
        Assert.Contains("数量须大于 0", await bare.AnswerAsync(page, Form(tariff, "0", "", "2025-05-12"), "Once"), StringComparison.Ordinal);
        Assert.Contains("这一天没有价格", await bare.AnswerAsync(page, Form(tariff, "1", "", "2025-04-12"), "Once"), StringComparison.Ordinal);

        await bare.FillAsync(page, Form(tariff, "1", "", "2025-05-12"), "Once");
        await bare.ChargedAsync("门禁卡");
        var run = await bare.Desk.See(db => db.BillRuns.Select(r => r.Id).SingleAsync());
        await bare.Desk.In((BillPublishing p) => p.PublishAsync(run));
        Assert.Contains("请填 2025-06-01 或以后的日期", await bare.AnswerAsync(page, Form(tariff, "1", "", "2025-05-20"), "Once"), StringComparison.Ordinal);
    }

    private static async Task<(BareCommunity Bare, Guid Tariff)> OpenAsync()
    {
        var bare = await BareCommunity.OpenAsync();
        await bare.FillAsync(SettingUpCharges.Add(bare), SettingUpCharges.AddForm("门禁卡", ChargeMethod.OnceOff, TariffScope.AllUnits, price: "25"));
        return (bare, await bare.Desk.See(db => db.Tariffs.Select(t => t.Id).SingleAsync()));
    }

    private static Dictionary<string, string> Form(Guid tariff, string quantity, string price, string day) => new(StringComparer.Ordinal)
    {
        ["tariff"] = tariff.ToString(),
        ["quantity"] = quantity,
        ["price"] = price,
        ["note"] = "补办",
        ["Input.Day"] = day,
    };
}

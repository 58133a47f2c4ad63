using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;

namespace PropertyDesk.IntegrationTests.Charges;

/// <summary>Common meters on pages: created, read by month, shared by coefficient and with exemptions.</summary>
public sealed class SharingCommonCosts
{
    [Fact]
    public async Task A_meter_is_created_read_and_shared_by_everybody_in_reach()
    {
        var bare = await OpenAsync(ChargeMethod.SharedByHousehold);

        await ReadAsync(bare, "1000", "1100");

        Assert.Equal(Enumerable.Repeat(new Money(50_00), 4), (await bare.ChargedAsync("电梯费")).Values); // 100 × 2 yuan ÷ 4
        Assert.Contains("value=\"1100\"", await bare.SeeAsync(Page(bare, "2025-06")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coefficients_weigh_and_the_exempt_pay_nothing()
    {
        var bare = await OpenAsync(ChargeMethod.SharedByCoefficient);
        await ReadAsync(bare, "0", "100");
        var (tariff, rows) = await bare.Desk.See(async db => (await db.Tariffs.Select(t => t.Id).SingleAsync(), await db.ChargeAssignments.OrderBy(a => a.Unit.Code).Select(a => a.Id).ToListAsync()));
        var form = rows.SelectMany((id, i) => new[] { KeyValuePair.Create($"Rows[{i}].Assignment", id.ToString()), KeyValuePair.Create($"Rows[{i}].Weight", i == 1 ? "3" : "") }).ToDictionary(StringComparer.Ordinal);
        form["Rows[3].Exempt"] = "true";

        await bare.FillAsync($"Tariffs/Weights/{tariff}", form);

        var shares = await bare.ChargedAsync("电梯费");
        Assert.Equal([("1-1-101", new Money(40_00)), ("1-1-102", new Money(120_00)), ("1-1-103", new Money(40_00))], shares.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => (s.Key, s.Value)));
    }

    [Fact]
    public async Task A_reading_can_be_put_right_until_the_bills_are_out()
    {
        var bare = await OpenAsync(ChargeMethod.SharedByHousehold);
        await ReadAsync(bare, "1000", "1900");
        await ReadAsync(bare, "1000", "1100");
        Assert.Equal(1100m, await bare.Desk.See(db => db.SharedReadings.Select(r => r.Current).SingleAsync()));
        Assert.Contains("小于上期读数", await bare.AnswerAsync(Page(bare), await ReadingAsync(bare, "1000", "900"), "Read"), StringComparison.Ordinal);

        await bare.ChargedAsync("电梯费");
        var run = await bare.Desk.See(db => db.BillRuns.Select(r => r.Id).SingleAsync());
        await bare.Desk.In((BillPublishing p) => p.PublishAsync(run));
        Assert.Contains("公摊读数不能再改", await bare.AnswerAsync(Page(bare), await ReadingAsync(bare, "1000", "1200"), "Read"), StringComparison.Ordinal);
        Assert.Equal(1100m, await bare.Desk.See(db => db.SharedReadings.Select(r => r.Current).SingleAsync()));
    }

    private static async Task<BareCommunity> OpenAsync(ChargeMethod basis)
    {
        var bare = await BareCommunity.OpenAsync();
        await bare.FillAsync(SettingUpCharges.Add(bare), SettingUpCharges.AddForm("电梯费", basis, TariffScope.AllUnits, price: "2"));
        var tariff = await bare.Desk.See(db => db.Tariffs.Select(t => t.Id).SingleAsync());
        var page = await bare.FillAsync(Page(bare), new() { ["Input.Tariff"] = tariff.ToString(), ["Input.Building"] = bare.Building.Id.ToString(), ["Input.Name"] = "1栋电梯", ["Input.Multiplier"] = "1" }, "Add");
        Assert.Contains("公摊总表 1栋电梯 已保存，4 户分摊。", page, StringComparison.Ordinal);
        return bare;
    }

    private static string Page(BareCommunity bare, string month = "2025-05") => $"Tariffs/Common?community={bare.Community.Id}&month={month}";

    private static async Task ReadAsync(BareCommunity bare, string previous, string current) =>
        await bare.FillAsync(Page(bare), await ReadingAsync(bare, previous, current), "Read");

    private static async Task<Dictionary<string, string>> ReadingAsync(BareCommunity bare, string previous, string current) => new(StringComparer.Ordinal)
    {
        ["readings[0].Meter"] = (await bare.Desk.See(db => db.SharedMeters.Select(m => m.Id).SingleAsync())).ToString(),
        ["readings[0].Previous"] = previous,
        ["readings[0].Current"] = current,
    };
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Charges;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;

namespace PropertyDesk.IntegrationTests.Charges;

/// <summary>Who is charged by a tariff, from when and until when, for many at once and for one.</summary>
public sealed class ChargingInBulk
{
    [Fact]
    public async Task Who_is_missing_is_shown_and_mended_by_one_click()
    {
        var (bare, tariff) = await OpenAsync();
        Assert.Contains("3 个还没有计费", await bare.SeeAsync($"Tariffs?community={bare.Community.Id}"), StringComparison.Ordinal);

        var page = await bare.FillAsync($"Tariffs?community={bare.Community.Id}", new() { ["tariff"] = tariff.ToString(), ["community"] = bare.Community.Id.ToString() }, "Mend");

        Assert.Contains("已补上 3 个收费对象。", page, StringComparison.Ordinal);
        Assert.DoesNotContain("还没有计费", page, StringComparison.Ordinal);
        Assert.Equal(3, (await bare.ChargedAsync("垃圾费")).Count);
    }

    [Fact]
    public async Task Charges_all_that_fit_from_a_day_except_the_ticked_ones()
    {
        var (bare, tariff) = await OpenAsync();
        var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["Input.Day"] = "2025-05-17", ["Input.Ticked"] = bare.Units[1].Id.ToString() };

        var page = await bare.FillAsync($"Tariffs/Charged/{tariff}?building={bare.Building.Id}&q=1-1&show=missing", form, "Assign");

        Assert.Contains("2 个收费对象开始计费。", page, StringComparison.Ordinal);
        var charged = await bare.ChargedAsync("垃圾费");
        Assert.Equal(["1-1-101", "1-1-103"], charged.Keys.Order());
        Assert.Equal(Money.Exact(4.35m), charged["1-1-101"]); // 9 × 15 ÷ 31
    }

    [Fact]
    public async Task A_handover_after_the_day_begins_the_charge()
    {
        var (bare, tariff) = await OpenAsync();
        await bare.Desk.In(async (Application.DeskDbContext db) =>
        {
            var unit = await db.Units.SingleAsync(u => u.Id == bare.Units[0].Id);
            unit.ChangeStatus(Domain.Communities.UnitStatus.Occupied, new DateOnly(2025, 5, 21));
            await db.SaveChangesAsync();
        });

        await bare.Desk.In((Assignments a) => a.AssignAsync(tariff, new AssignmentChoice()));

        var from = await bare.Desk.See(db => db.ChargeAssignments.OrderBy(a => a.Unit.Code).Select(a => a.From).ToListAsync());
        Assert.Equal([new DateOnly(2025, 5, 21), new(2025, 5, 1), new(2025, 5, 1)], from);
    }

    [Fact]
    public async Task Ends_the_ticked_ones_or_all_that_fit()
    {
        var (bare, tariff) = await OpenAsync();
        await bare.Desk.In((Assignments a) => a.AssignAsync(tariff, new AssignmentChoice()));
        var first = await bare.Desk.See(db => db.ChargeAssignments.Where(a => a.UnitId == bare.Units[0].Id).Select(a => a.Id).SingleAsync());

        await bare.FillAsync($"Tariffs/Charged/{tariff}", new() { ["Input.Day"] = "2025-05-10", ["Input.Ticked"] = first.ToString() }, "End");
        Assert.Equal([new DateOnly(2025, 5, 10)], await bare.Desk.See(db => db.ChargeAssignments.Where(a => a.To != null).Select(a => a.To!.Value).ToListAsync()));

        var page = await bare.FillAsync($"Tariffs/Charged/{tariff}", new() { ["Input.Day"] = "2025-05-20", ["Input.All"] = "true" }, "End");
        Assert.Contains("2 个收费对象计费到 2025-05-20 为止。", page, StringComparison.Ordinal);
        Assert.Contains("早于开始日期", await bare.AnswerAsync($"Tariffs/Charged/{tariff}", new() { ["Input.Day"] = "2025-04-01", ["Input.All"] = "true" }, "End"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_gets_a_charge_loses_it_and_keeps_what_was_billed()
    {
        var (bare, tariff) = await OpenAsync();
        var unit = bare.Units[2].Id;
        await bare.FillAsync($"Tariffs/Unit/{unit}", new() { ["tariff"] = tariff.ToString(), ["subject"] = unit.ToString(), ["Input.Day"] = "2025-05-01" }, "Add");
        var row = Assert.Single(await bare.Desk.In((UnitCharges c) => c.ListAsync(unit)));
        Assert.False(row.IsBilled);
        Dictionary<string, string> remove = new(StringComparer.Ordinal) { ["assignment"] = row.Id.ToString(), ["Input.Day"] = "2025-05-01" };

        await bare.ChargedAsync("垃圾费");
        Assert.Contains("已出过账", await bare.AnswerAsync($"Tariffs/Unit/{unit}", remove, "Remove"), StringComparison.Ordinal);
        await bare.FillAsync($"Tariffs/Unit/{unit}", new() { ["tariff"] = tariff.ToString(), ["assignment"] = row.Id.ToString(), ["Input.Day"] = "2025-05-31" }, "End");
        Assert.Equal(new DateOnly(2025, 5, 31), (await bare.Desk.In((UnitCharges c) => c.ListAsync(unit))).Single().To);
    }

    [Fact]
    public async Task A_charge_never_billed_can_be_taken_back()
    {
        var (bare, tariff) = await OpenAsync();
        await bare.Desk.In((Assignments a) => a.AssignAsync(tariff, new AssignmentChoice(UnitId: bare.Units[0].Id)));
        var row = Assert.Single(await bare.Desk.In((UnitCharges c) => c.ListAsync(bare.Units[0].Id)));

        await bare.FillAsync($"Tariffs/Unit/{bare.Units[0].Id}", new() { ["assignment"] = row.Id.ToString(), ["Input.Day"] = "2025-05-01" }, "Remove");

        Assert.Equal(0, await bare.Desk.See(db => db.ChargeAssignments.CountAsync()));
    }

    [Fact]
    public async Task Something_that_is_not_there_is_not_found()
    {
        var (bare, tariff) = await OpenAsync();
        await bare.AnswerAsync($"Tariffs/Unit/{bare.Units[0].Id}", new() { ["tariff"] = tariff.ToString(), ["subject"] = Guid.NewGuid().ToString(), ["Input.Day"] = "2025-05-01" }, "Add", HttpStatusCode.NotFound);
    }

    // A tariff of 9.00 a month for the three flats, with nobody charged yet.
    private static async Task<(BareCommunity Bare, Guid Tariff)> OpenAsync()
    {
        var bare = await BareCommunity.OpenAsync();
        await bare.FillAsync(SettingUpCharges.Add(bare), SettingUpCharges.AddForm("垃圾费", ChargeMethod.FixedPerMonth, TariffScope.Residential, price: "9", chargeAll: false));
        return (bare, await bare.Desk.See(db => db.Tariffs.Select(t => t.Id).SingleAsync()));
    }
}

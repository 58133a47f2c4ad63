using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.IntegrationTests.Charges;

namespace PropertyDesk.IntegrationTests.Parking;

/// <summary>Parking spaces from nothing: added, let, given a new fee, ended, and on the bills all the while.</summary>
public sealed class LettingSpaces
{
    [Fact]
    public async Task A_range_of_numbers_makes_a_row_of_spaces_once()
    {
        var bare = await BareCommunity.OpenAsync();

        Assert.Contains("已新增 12 个车位。", await bare.FillAsync("Parking", Spaces(bare, "B1-001~B1-010，C1、C2")), StringComparison.Ordinal);

        Assert.Contains("车位 B1-010 已存在。", await bare.AnswerAsync("Parking", Spaces(bare, "B1-010~011")), StringComparison.Ordinal);
        Assert.Contains("读不懂“B1-9~C1-12”", await bare.AnswerAsync("Parking", Spaces(bare, "B1-9~C1-12")), StringComparison.Ordinal);
        Assert.Contains("车位号有重复。", await bare.AnswerAsync("Parking", Spaces(bare, "D1,D1")), StringComparison.Ordinal);
        Assert.Equal(12, await bare.Desk.See(db => db.ParkingSpaces.CountAsync()));
    }

    [Fact]
    public async Task A_space_is_let_gets_a_new_fee_and_is_ended_and_the_month_is_billed_by_days()
    {
        var (bare, space) = await OpenAsync();
        await bare.FillAsync($"Parking/Space/{space}", Use("1-1-101", "310", "2025-05-01"));
        await bare.FillAsync($"Parking/Space/{space}", Use("1-1-101", "620", "2025-05-11"));
        var page = await bare.FillAsync($"Parking/Space/{space}", new() { ["to"] = "2025-05-20" }, "End");

        Assert.Contains("用到 2025-05-20 为止。", page, StringComparison.Ordinal);
        Assert.Equal(new Money(300_00), (await bare.ChargedAsync("停车费"))["1-1-101"]); // 310 × 10 ÷ 31 + 620 × 10 ÷ 31
        Assert.Equal([new DateOnly(2025, 5, 10), new(2025, 5, 20)], await bare.Desk.See(db => db.ChargeAssignments.OrderBy(a => a.From).Select(a => a.To!.Value).ToListAsync()));
    }

    [Fact]
    public async Task Another_unit_takes_over_and_nobody_can_go_back_before_a_use_that_is_there()
    {
        var (bare, space) = await OpenAsync();
        await bare.FillAsync($"Parking/Space/{space}", Use("1-1-101", "310", "2025-05-01"));
        await bare.FillAsync($"Parking/Space/{space}", Use("1栋1单元102", "310", "2025-06-01"));

        Assert.Contains("自 2025-06-01 起已在使用", await bare.AnswerAsync($"Parking/Space/{space}", Use("1-1-103", "310", "2025-05-15")), StringComparison.Ordinal);
        Assert.Contains("没有房屋 9-9-999。", await bare.AnswerAsync($"Parking/Space/{space}", Use("9-9-999", "310", "2025-07-01")), StringComparison.Ordinal);
        Assert.Contains("自 2025-06-01 起已在使用", await bare.AnswerAsync($"Parking/Space/{space}", new() { ["to"] = "2025-05-31" }, "End"), StringComparison.Ordinal);
        Assert.Equal([("1-1-101", (DateOnly?)new DateOnly(2025, 5, 31)), ("1-1-102", null)], await UsesAsync(bare));
    }

    [Fact]
    public async Task The_list_tells_free_spaces_from_used_ones()
    {
        var (bare, space) = await OpenAsync();
        await bare.FillAsync($"Parking/Space/{space}", Use("1-1-101", "310", "2025-05-01"));
        var number = await bare.Desk.See(db => db.ParkingSpaces.Where(p => p.Id == space).Select(p => p.Number).SingleAsync());

        Assert.Contains(number, await bare.SeeAsync("Parking?free=false&q=1-1-101"), StringComparison.Ordinal);
        Assert.DoesNotContain($"/{space}", await bare.SeeAsync("Parking?free=true"), StringComparison.Ordinal);
        Assert.Contains($"/{space}", await bare.SeeAsync("Parking?q=" + Uri.EscapeDataString("皖A1")), StringComparison.Ordinal);
    }

    private static async Task<(BareCommunity Bare, Guid Space)> OpenAsync()
    {
        var bare = await BareCommunity.OpenAsync();
        await bare.FillAsync(SettingUpCharges.Add(bare), SettingUpCharges.AddForm("停车费", ChargeMethod.ParkingFee, TariffScope.Parking));
        await bare.FillAsync("Parking", Spaces(bare, "B1-001~B1-003"));
        return (bare, await bare.Desk.See(db => db.ParkingSpaces.OrderBy(p => p.Number).Select(p => p.Id).FirstAsync()));
    }

    private static async Task<List<(string Unit, DateOnly? To)>> UsesAsync(BareCommunity bare) =>
        [.. (await bare.Desk.See(db => db.ParkingUses.OrderBy(u => u.From).Select(u => new { u.Unit.Code, u.To }).ToListAsync())).Select(u => (u.Code, u.To))];

    private static Dictionary<string, string> Spaces(BareCommunity bare, string numbers) => new(StringComparer.Ordinal)
    {
        ["Input.Community"] = bare.Community.Id.ToString(),
        ["Input.Numbers"] = numbers,
        ["Input.Kind"] = "Rented",
    };

    private static Dictionary<string, string> Use(string unit, string fee, string from) => new(StringComparer.Ordinal)
    {
        ["Input.Unit"] = unit,
        ["Input.Plate"] = "皖A12345",
        ["Input.Fee"] = fee,
        ["Input.From"] = from,
    };
}

using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Equipment;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Equipment;

namespace PropertyDesk.Web.Demo;

/// <summary>Lifts, pumps, a gate and fire pumps with their plans; some maintenance is done, some is late, and one lift fails again and again.</summary>
internal static class DemoEquipment
{
    private const int LiftBuildings = 4;

    public static async Task InstallAsync(IServiceProvider scope, DeskDbContext db, Guid communityId, DateOnly today)
    {
        var (assets, room) = (scope.GetRequiredService<Assets>(), scope.GetRequiredService<MaintenanceRoom>());
        var lifts = new List<Guid>();
        foreach (var building in await db.Buildings.Where(b => b.CommunityId == communityId).OrderBy(b => b.SortOrder).Take(LiftBuildings).Select(b => new { b.Id, b.Name }).ToListAsync())
        {
            var lift = await assets.AddAsync(communityId, building.Id, new AssetFacts(
                AssetKind.Lift, $"{building.Name}客梯", "1 单元大厅", "上海三菱", "LEHY-III", $"M{today.Year}{lifts.Count + 1:000}", today.AddYears(-6), today.AddYears(-4), today.AddDays(20 + (lifts.Count * 60)), "次"));
            await room.PlanAsync(lift, new PlanTerms("半月保养", PlanRhythm.Days, 15, today.AddDays(-5 + (lifts.Count * 3)), 3, "轿门与层门间隙\n制动器动作\n底坑有无积水\n应急照明与对讲\n平层精度"));
            lifts.Add(lift);
        }

        var pump = await assets.AddAsync(communityId, null, new AssetFacts(AssetKind.Pump, "生活水泵 1 号", "地下一层泵房", "威乐", "MVI", null, today.AddYears(-8), null, null, "小时"));
        await room.PlanAsync(pump, new PlanTerms("月检", PlanRhythm.Months, 1, today, 5, "轴承温度与异响\n机械密封\n压力表读数\n控制柜接线"));
        await room.PlanAsync(pump, new PlanTerms("换机油", PlanRhythm.Count, 2000, today, 0, "放旧油\n加新油\n试运行"));
        await assets.ReadAsync(pump, 2150, today);
        var gate = await assets.AddAsync(communityId, null, new AssetFacts(AssetKind.Door, "北门道闸", "北门岗亭", "捷顺", null, null, today.AddYears(-2), today.AddYears(1), null, null));
        var fire = await assets.AddAsync(communityId, null, new AssetFacts(AssetKind.Fire, "消防喷淋泵", "地下一层泵房", "上海凯泉", "XBD", null, today.AddYears(-8), null, today.AddDays(12), null));
        await room.PlanAsync(fire, new PlanTerms("月度试泵", PlanRhythm.Months, 1, today.AddDays(-9), 3, "手动启泵\n自动启泵\n管网压力\n末端试水"));
        await room.MakeAsync(today);
        await WorkAsync(scope, db, lifts, gate);
    }

    private static async Task WorkAsync(IServiceProvider scope, DeskDbContext db, List<Guid> lifts, Guid gate)
    {
        var (room, failures) = (scope.GetRequiredService<MaintenanceRoom>(), scope.GetRequiredService<Failures>());
        var done = await db.MaintenanceTasks.Where(t => t.AssetId == lifts[0]).Select(t => t.Id).FirstAsync();
        await room.FinishAsync(
            done, [new(1, CheckOutcome.Fine, null), new(2, CheckOutcome.Fine, null), new(3, CheckOutcome.Faulty, "积水约 2 厘米，已抽干，查渗漏点"), new(4, CheckOutcome.Fine, null), new(5, CheckOutcome.Fine, null)], "已加润滑脂", null);
        var now = scope.GetRequiredService<TimeProvider>().GetUtcNow();
        foreach (var days in new[] { 61, 33, 8 })
        {
            var id = await failures.ReportAsync(lifts[1], Guid.NewGuid(), FailureKind.Control, "停层不准，困人一次", stops: true, now.AddDays(-days));
            await failures.MendAsync(id, FailureKind.Control, "调整平层感应器", Money.Exact(180m), now.AddDays(-days).AddHours(5));
        }

        await failures.ReportAsync(gate, Guid.NewGuid(), FailureKind.Mechanical, "抬杆不到位，车辆刮碰", stops: false, now.AddHours(-20));
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Equipment;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Equipment;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>A lift with a plan, a task that is done and one that waits, a reading of its counter and a failure.</summary>
internal static class BusyEquipment
{
    public static async Task RecordAsync(Desk desk, Company company)
    {
        await using var scope = desk.Enter(company);
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<DeskDbContext>();
        var today = db.Current.Today(desk.Clock);
        var asset = await services.GetRequiredService<Assets>().AddAsync(
            await db.Communities.Select(c => c.Id).FirstAsync(), null, new AssetFacts(AssetKind.Lift, "1 号客梯", "大厅", null, null, null, today.AddYears(-3), null, today.AddDays(20), "次"));
        var room = services.GetRequiredService<MaintenanceRoom>();
        await room.PlanAsync(asset, new PlanTerms("半月保养", PlanRhythm.Days, 15, today.AddDays(-15), 0, "门锁"));
        var task = await db.MaintenanceTasks.Select(t => t.Id).SingleAsync();
        await room.FinishAsync(task, [new CheckResult(1, CheckOutcome.Fine, null)], null, null);
        await services.GetRequiredService<Assets>().ReadAsync(asset, 100, today);
        await services.GetRequiredService<Failures>().ReportAsync(asset, Guid.NewGuid(), FailureKind.Control, "不平层", stops: true);
        await room.MakeAsync(today.AddDays(15));
    }
}

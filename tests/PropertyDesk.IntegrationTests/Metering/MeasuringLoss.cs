using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Metering;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Metering;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Metering;

/// <summary>A master meter against the meters behind it.</summary>
public sealed class MeasuringLoss
{
    private static readonly BillingMonth May = new(2025, 5);

    [Fact]
    public async Task What_no_meter_behind_counted_is_lost()
    {
        var till = await Till.OpenAsync();
        var (community, building) = (till.Own.Community.Id, till.Own.Units[1].BuildingId);
        await till.WithAsync((InstallMeters i) => i.RunAsync(new MeterInstallation(building, MeterKind.Electricity, new DateOnly(2025, 4, 30), 40, 5, [new NewMeter(till.Own.Units[1].Id, "E1", 0), new NewMeter(till.Own.Units[2].Id, "E2", 7)], Charge: false)));
        var meters = await till.SeeAsync(db => db.Meters.Where(m => m.Kind == MeterKind.Electricity).OrderBy(m => m.Number).Select(m => m.Id).ToListAsync());
        await till.WithAsync((ReadingEntry e) => e.SaveAsync(new DateOnly(2025, 5, 31), ReadingChannel.Page, [new NewReading(meters[0], 3)]));
        await till.WithAsync((MasterMeters m) => m.AddAsync(community, MeterKind.Electricity, building, "3栋进线", 100));
        await till.WithAsync((MasterMeters m) => m.AddAsync(community, MeterKind.Water, null, "进水总表", 1));
        var master = await OfAsync(till);
        Assert.Equal(("3栋进线", null, 120m, 2, 1), (master.Name, master.Loss.Percent, master.Loss.Units, master.Behind, master.Unread));

        await till.WithAsync((MasterMeters m) => m.ReadAsync(community, May, [new MasterValues(master.Id, 5, 6.5m)]));
        await till.WithAsync((MasterMeters m) => m.ReadAsync(community, May, [new MasterValues(master.Id, 5, 6.6m)]));
        await Assert.ThrowsAsync<RuleViolation>(() => till.WithAsync((MasterMeters m) => m.ReadAsync(community, May, [new MasterValues(master.Id, 7, 6m)])));

        // 1.6 × 100 = 160; 3 × 40 = 120 behind it; 40 of 160 lost.
        Assert.Equal(new MeterLoss(160, 120, 0), (await OfAsync(till)).Loss);
        Assert.Equal(25m, (await OfAsync(till)).Loss.Percent);
        Assert.Equal(6.6m, (await OfAsync(till, May.Next)).Previous);
        await Assert.ThrowsAsync<NotFoundException>(() => till.WithAsync((MasterMeters m) => m.ReadAsync(till.Foreign.Community.Id, May, [new MasterValues(master.Id, 0, 1)])));
    }

    private static async Task<MasterMonth> OfAsync(Till till, BillingMonth? month = null) =>
        (await till.WithAsync((MeterLosses l) => l.OfAsync(till.Own.Community.Id, month ?? May))).Single(m => m.Kind == MeterKind.Electricity);
}

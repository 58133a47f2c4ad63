using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Metering;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Metering;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Metering;

/// <summary>Meters put in by page: all of the list or none, each with its first reading, charged from the next day.</summary>
public sealed class InstallingMeters
{
    private static readonly DateOnly On = new(2025, 4, 30);

    [Fact]
    public async Task New_meters_are_read_and_billed_like_all_others()
    {
        var till = await Till.OpenAsync();
        var (_, second, third) = (till.Own.Units[0], till.Own.Units[1], till.Own.Units[2]);
        Assert.Equal(new[] { second.Id, third.Id }, (await till.WithAsync((InstallMeters i) => i.UnmeteredAsync(second.BuildingId, MeterKind.Water))).Select(u => u.Id));

        var made = await till.WithAsync((InstallMeters i) => i.RunAsync(Plan(till, new NewMeter(second.Id, "N1", 5), new NewMeter(third.Id, "N2", 0))));
        Assert.Equal((2, 2), made);
        var meter = await till.SeeAsync(db => db.Meters.SingleAsync(m => m.Number == "N1"));
        await till.WithAsync((ReadingEntry e) => e.SaveAsync(new DateOnly(2025, 5, 31), ReadingChannel.Page, [new NewReading(meter.Id, 15)]));
        await till.WithAsync((BillRuns r) => r.DraftAsync(till.Own.Community.Id, Till.April.Next));

        // 10 m³ × 4.00
        Assert.Equal(Money.Exact(40m), await till.SeeAsync(db => db.BillLines.Where(l => l.Bill.UnitId == second.Id && l.ItemName == "水费").Select(l => l.Amount).SingleAsync()));
    }

    [Fact]
    public async Task One_taken_number_keeps_all_out()
    {
        var till = await Till.OpenAsync();
        var taken = await till.SeeAsync(db => db.Meters.Select(m => m.Number).FirstAsync());

        await Assert.ThrowsAsync<RuleViolation>(() => till.WithAsync((InstallMeters i) => i.RunAsync(Plan(till, new NewMeter(till.Own.Units[1].Id, "N1", 0), new NewMeter(till.Own.Units[2].Id, taken, 0)))));
        await Assert.ThrowsAsync<NotFoundException>(() => till.WithAsync((InstallMeters i) => i.RunAsync(Plan(till, new NewMeter(till.Foreign.Units[1].Id, "N1", 0)))));

        Assert.Equal(1, await till.SeeAsync(db => db.Meters.CountAsync()));
    }

    private static MeterInstallation Plan(Till till, params NewMeter[] meters) => new(till.Own.Units[1].BuildingId, MeterKind.Water, On, 1, 5, meters, Charge: true);
}

using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Portal;
using PropertyDesk.Domain.Metering;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.IntegrationTests.Portal;

/// <summary>Meters and vehicles of the own units on the phone.</summary>
public sealed class SeeingUse
{
    [Fact]
    public async Task Each_month_stands_beside_the_same_month_a_year_before()
    {
        var desk = await PortalDesk.OpenAsync();
        await ReadAsync(desk, (new DateOnly(2024, 3, 25), 20m), (new DateOnly(2024, 4, 25), 34m));

        var meter = Assert.Single(await desk.AsOwnerAsync(desk.Zhang, (OwnMeters m) => m.ListAsync()));

        Assert.Equal(["2024-03: -", "2024-04: 14", "2025-02: 66", "2025-03: 10", "2025-04: 10 (14)"], meter.Months.Select(m => $"{m.Month}: {(m.Use is { } use ? $"{use:0}" : "-")}{(m.YearBefore is { } before ? $" ({before:0})" : "")}"));
        var page = await desk.ReadAsync(await desk.OwnerAsync(desk.Zhang), "/Portal/Meters");
        Assert.Contains("W000001", page, StringComparison.Ordinal);
        Assert.Contains("<rect class=\"before\"", page, StringComparison.Ordinal);
        Assert.Empty(await desk.AsOwnerAsync(desk.Li, (OwnMeters m) => m.ListAsync()));
    }

    /// <summary>How the former owner lived is none of the new one's business.</summary>
    [Fact]
    public async Task What_was_used_before_ones_own_time_is_left_out()
    {
        var desk = await PortalDesk.OpenAsync();
        await desk.Till.SeeAsync(async db =>
        {
            var unit = await db.Units.SingleAsync(u => u.Code == "3-2-1801");
            (await db.Ownerships.SingleAsync(o => o.UnitId == unit.Id)).End(new DateOnly(2025, 3, 25));
            db.Add(new Ownership(unit, await db.Owners.SingleAsync(o => o.Id == desk.Li.Id), new DateOnly(2025, 3, 26)));
            return await db.SaveChangesAsync();
        });

        var mine = Assert.Single(await desk.AsOwnerAsync(desk.Li, (OwnMeters m) => m.ListAsync()));
        Assert.Equal([(110m, (decimal?)null), (120m, 10m)], mine.Months.Select(m => (m.Value, m.Use)));
        Assert.Empty(await desk.AsOwnerAsync(desk.Zhang, (OwnMeters m) => m.ListAsync()));
    }

    [Fact]
    public async Task The_own_space_and_vehicle_are_shown_and_no_others()
    {
        var desk = await PortalDesk.OpenAsync();

        Assert.Contains("沪F70510", await desk.ReadAsync(await desk.OwnerAsync(desk.Zhang), "/Portal/Parking"), StringComparison.Ordinal);
        Assert.DoesNotContain("沪F70510", await desk.ReadAsync(await desk.OwnerAsync(desk.Li), "/Portal/Parking"), StringComparison.Ordinal);
    }

    private static Task<int> ReadAsync(PortalDesk desk, params (DateOnly On, decimal Value)[] readings) => desk.Till.SeeAsync(async db =>
    {
        var meter = await db.Meters.SingleAsync();
        db.AddRange(readings.Select(r => new Reading(meter, r.On, r.Value)));
        return await db.SaveChangesAsync();
    });
}

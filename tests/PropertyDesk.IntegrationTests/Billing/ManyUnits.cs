using PropertyDesk.Application;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Metering;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.IntegrationTests.Billing;

/// <summary>A community of so many flats, each charged by area, by meter, and with a share of a common meter.</summary>
internal static class ManyUnits
{
    public static readonly BillingMonth Month = new(2025, 5);
    private static readonly DateOnly Start = new(2024, 1, 1);

    public static Task<Guid> AddAsync(Desk desk, int units) => desk.In(async (DeskDbContext db) =>
    {
        var community = new Community(desk.Company, "多户小区");
        var building = new Building(community, "1栋", 1);
        var (area, water, light) = (TariffOf(community, "物业费", ChargeMethod.AreaTimesPrice), TariffOf(community, "水费", ChargeMethod.Metered), TariffOf(community, "楼道照明", ChargeMethod.SharedByArea));
        var common = new SharedMeter(light, building, "1栋楼道", 1);
        db.AddRange(community, building, area, water, light, common, new SharedReading(common, Month, 0, 100));
        await db.SaveChangesAsync();

        var flats = Enumerable.Range(1, units).Select(n => new Unit(building, null, $"{n}", 60 + (n % 80), UnitKind.Residential)).ToList();
        var owners = flats.ConvertAll(unit => new Owner(community, "业主" + unit.Number));
        var meters = flats.ConvertAll(unit => new Meter(unit, "W" + unit.Number, MeterKind.Water, 1, 5));
        await db.BulkInsertAsync(flats);
        await db.BulkInsertAsync(owners);
        await db.BulkInsertAsync(flats.Zip(owners, (unit, owner) => new Ownership(unit, owner, Start)).ToList());
        await db.BulkInsertAsync(meters);
        await db.BulkInsertAsync(meters.SelectMany((meter, i) => new[] { new Reading(meter, Month.FirstDay.AddDays(-1), i), new Reading(meter, Month.LastDay, (i * 2) + 1) }).ToList());
        await db.BulkInsertAsync(flats.Zip(meters).SelectMany(x => new[]
        {
            ChargeAssignment.OfUnit(area, x.First, Start), ChargeAssignment.OfMeter(water, x.Second, Start), ChargeAssignment.OfSharedMeter(light, common, x.First, Start),
        }).ToList());
        return community.Id;
    });

    private static Tariff TariffOf(Community community, string item, ChargeMethod method)
    {
        var tariff = new Tariff(new ChargeItem(community, item, onBehalf: false, priority: 1), TariffScope.Residential, method);
        tariff.AddVersion(Start, 2.80m, null, "元");
        return tariff;
    }
}

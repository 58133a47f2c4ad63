using PropertyDesk.Application;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Benchmarks;

/// <summary>A community of many flats, each with an owner and five charges a month.</summary>
internal static class LargeCommunity
{
    private static readonly DateOnly Start = new(2024, 1, 1);
    private static readonly string[] Charges = ["物业费", "垃圾费", "电梯费", "公共能耗", "保洁费"];

    /// <param name="ownerOf">Makes the owner of the n-th flat; null: a name with the flat's number.</param>
    public static async Task<Community> AddAsync(DeskDbContext db, Company company, int units, Func<Community, int, Owner>? ownerOf = null, int buildings = 1)
    {
        var community = new Community(company, "基准小区 " + Guid.NewGuid().ToString("n"));
        var houses = Enumerable.Range(1, buildings).Select(n => new Building(community, $"{n}栋", n)).ToList();
        var tariffs = Charges.Select((name, i) => TariffOf(new ChargeItem(community, name, onBehalf: false, priority: i), i)).ToList();
        db.Add(community);
        db.AddRange(houses);
        db.AddRange(tariffs.Select(t => t.ChargeItem));
        db.AddRange(tariffs);
        await db.SaveChangesAsync();

        var flats = Enumerable.Range(1, units).Select(n => new Unit(houses[n % buildings], null, $"{n}", 60 + (n % 80), UnitKind.Residential)).ToList();
        var owners = flats.Select((unit, n) => ownerOf?.Invoke(community, n) ?? new Owner(community, "业主" + unit.Number)).ToList();
        await db.BulkInsertAsync(flats);
        await db.BulkInsertAsync(owners);
        await db.BulkInsertAsync(flats.Zip(owners, (unit, owner) => new Ownership(unit, owner, Start)).ToList());
        await db.BulkInsertAsync(flats.SelectMany(unit => tariffs.Select(t => ChargeAssignment.OfUnit(t, unit, Start))).ToList());
        return community;
    }

    private static Tariff TariffOf(ChargeItem item, int index)
    {
        var tariff = new Tariff(item, TariffScope.Residential, index == 0 ? ChargeMethod.AreaTimesPrice : ChargeMethod.FixedPerMonth);
        tariff.AddVersion(Start, index == 0 ? 2.80m : 8m + index, null, index == 0 ? "元/㎡·月" : "元/户·月");
        return tariff;
    }
}

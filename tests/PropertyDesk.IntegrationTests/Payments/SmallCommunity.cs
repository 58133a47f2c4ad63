using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Metering;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.IntegrationTests.Payments;

/// <summary>
/// Three flats: 3-2-1801 and 3-2-1802 of 张伟 with a car and a water meter, 3-2-1803 of 李娜. Each pays 250.40 property fee
/// (VAT 6 % included) and 8.00 for rubbish a month; 张伟's first flat also 40.00 for water, collected on behalf.
/// </summary>
internal sealed class SmallCommunity
{
    public const string IdNumber = "990101199001011234";

    private static readonly DateOnly Start = new(2024, 1, 1);

    public SmallCommunity(Company company, IPersonalDataCipher cipher)
    {
        Community = new Community(company, "翠湖花园");
        Zhang = new Owner(Community, "张伟");
        Zhang.SetContact("13812341234", "zhang@example.com");
        Zhang.SetIdNumber(cipher.Protect(IdNumber));
        Li = new Owner(Community, "李娜");
        Li.SetContact("13900005678", null);
        var building = new Building(Community, "3栋", 3);
        Units = [.. new[] { "1801", "1802", "1803" }.Select(n => new Unit(building, "2单元", n, 89.43m, UnitKind.Residential))];
        PropertyFee = new ChargeItem(Community, "物业费", onBehalf: false, priority: 1);
        PropertyFee.SetVatRate(0.06m);
        PropertyTariff = new Tariff(PropertyFee, TariffScope.Residential, ChargeMethod.AreaTimesPrice);
        PropertyTariff.AddVersion(Start, 2.80m, null, "元/㎡·月");
        var rubbish = new Tariff(new ChargeItem(Community, "垃圾费", onBehalf: false, priority: 2), TariffScope.Residential, ChargeMethod.FixedPerMonth);
        rubbish.AddVersion(Start, 8m, null, "元/户·月");
        Water = new Tariff(new ChargeItem(Community, "水费", onBehalf: true, priority: 3), TariffScope.Residential, ChargeMethod.Metered);
        Water.AddVersion(Start, 4m, null, "元/m³");
        var meter = new Meter(Units[0], "W000001", MeterKind.Water, 1, 5);
        var space = new ParkingSpace(Community, "B1-0023", ParkingSpaceKind.Owned);
        Everything =
        [
            Community, building, .. Units, Zhang, Li, PropertyFee, PropertyTariff, rubbish.ChargeItem, rubbish, Water.ChargeItem, Water,
            new Ownership(Units[0], Zhang, Start), new Ownership(Units[1], Zhang, Start), new Ownership(Units[2], Li, Start),
            .. Units.Select(u => ChargeAssignment.OfUnit(PropertyTariff, u, Start)), .. Units.Select(u => ChargeAssignment.OfUnit(rubbish, u, Start)),
            space, new ParkingUse(space, Units[0], "沪F70510", Money.Zero, Start),
            meter, ChargeAssignment.OfMeter(Water, meter, Start),
            new Reading(meter, new DateOnly(2025, 2, 25), 100m), new Reading(meter, new DateOnly(2025, 3, 25), 110m), new Reading(meter, new DateOnly(2025, 4, 25), 120m),
        ];
    }

    public Community Community { get; }

    public Owner Zhang { get; }

    public Owner Li { get; }

    public IReadOnlyList<Unit> Units { get; }

    public ChargeItem PropertyFee { get; }

    public Tariff PropertyTariff { get; }

    public Tariff Water { get; }

    public IReadOnlyList<object> Everything { get; }
}

using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Application.Charges;

/// <summary>A charge that most communities have, ready to be given a price.</summary>
/// <param name="Name">As it will stand on the bills.</param>
/// <param name="VatPercent">What is usual; it can be changed.</param>
public sealed record CommonCharge(string Name, TariffScope Scope, ChargeMethod Method, bool OnBehalf, decimal VatPercent, MeterKind? MeterKind = null)
{
    public string Unit => Method.UsualUnit(MeterKind);
}

/// <summary>The charges to start a community with; names are those that are printed on bills here.</summary>
public static class CommonCharges
{
    public static IReadOnlyList<CommonCharge> All { get; } =
    [
        new("物业费", TariffScope.Residential, ChargeMethod.AreaTimesPrice, OnBehalf: false, 6),
        new("物业费", TariffScope.Shop, ChargeMethod.AreaTimesPrice, OnBehalf: false, 6),
        new("生活垃圾费", TariffScope.Residential, ChargeMethod.FixedPerMonth, OnBehalf: false, 6),
        new("水费", TariffScope.AllUnits, ChargeMethod.Metered, OnBehalf: true, 0, MeterKind.Water),
        new("电费", TariffScope.AllUnits, ChargeMethod.Metered, OnBehalf: true, 0, MeterKind.Electricity),
        new("公共照明电费", TariffScope.AllUnits, ChargeMethod.SharedByArea, OnBehalf: true, 0),
        new("停车费", TariffScope.Parking, ChargeMethod.ParkingFee, OnBehalf: false, 9),
    ];

    /// <summary>The charge as told: a price, or for meters tiers such as 0-180:5;180-260:7;260-:9, cumulative over the year.</summary>
    public static (ItemFacts Item, TariffFacts Tariff) With(this CommonCharge charge, string price, decimal vatPercent, DateOnly from)
    {
        var tiered = charge.Method == ChargeMethod.Metered && price.AsSpan().ContainsAny(':', '：');
        var method = tiered ? ChargeMethod.MeteredYearlyTiers : charge.Method;
        var facts = tiered ? new PriceFacts(null, price, charge.Unit) : new PriceFacts(PriceText.Read(price), null, charge.Unit);
        return (new ItemFacts(charge.Name, charge.OnBehalf, null, vatPercent), new TariffFacts(charge.Scope, method, charge.MeterKind, from, facts));
    }
}

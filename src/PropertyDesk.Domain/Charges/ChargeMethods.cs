using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Domain.Charges;

/// <summary>What a method of charging needs to be told, and whom it can charge.</summary>
public static class ChargeMethods
{
    public static bool IsTiered(this ChargeMethod method) => method is ChargeMethod.MeteredMonthlyTiers or ChargeMethod.MeteredYearlyTiers;

    /// <summary>Charged by the readings of a unit's own meter.</summary>
    public static bool IsMetered(this ChargeMethod method) => method is ChargeMethod.Metered || method.IsTiered();

    /// <summary>A share in the cost of a common meter.</summary>
    public static bool IsShared(this ChargeMethod method) =>
        method is ChargeMethod.SharedByArea or ChargeMethod.SharedByHousehold or ChargeMethod.SharedByCoefficient or ChargeMethod.SharedByMeterShare;

    /// <summary>The parking use carries the fee.</summary>
    public static bool IsParking(this ChargeMethod method) => method is ChargeMethod.ParkingFee or ChargeMethod.ParkingByAnchor;

    /// <summary>It has dated versions: a price, tiers or a formula. The parking use carries the fee, so that a parking tariff has none.</summary>
    public static bool HasPrice(this ChargeMethod method) => !method.IsParking();

    /// <summary>Its versions hold one price per something, neither tiers nor a formula.</summary>
    public static bool HasUnitPrice(this ChargeMethod method) => method.HasPrice() && !method.IsTiered() && method != ChargeMethod.Formula;

    /// <summary>Several months of it can stand on one bill.</summary>
    public static bool CanBillMonthsTogether(this ChargeMethod method) =>
        method is ChargeMethod.AreaTimesPrice or ChargeMethod.FixedPerMonth or ChargeMethod.ParkingFee or ChargeMethod.FixedPerQuarter or ChargeMethod.FixedPerYear;

    /// <summary>The scopes that make sense with a method, the usual one first.</summary>
    public static IReadOnlyList<TariffScope> Scopes(this ChargeMethod method) => method switch
    {
        _ when method.IsParking() => [TariffScope.Parking],
        _ when method.IsShared() => [TariffScope.AllUnits],
        ChargeMethod.OnceOff => [TariffScope.AllUnits],
        _ => [TariffScope.Residential, TariffScope.Shop, TariffScope.AllUnits],
    };

    /// <summary>The class of purse that usually pays it; it can be changed on the item.</summary>
    public static PurseClass UsualPurse(this ChargeMethod method) => method switch
    {
        _ when method.IsParking() => PurseClass.Parking,
        _ when method.IsMetered() || method.IsShared() => PurseClass.Utilities,
        ChargeMethod.OnceOff or ChargeMethod.Formula => PurseClass.General,
        _ => PurseClass.Property,
    };

    /// <summary>The unit that prices of a method are usually given in; it can be changed.</summary>
    public static string UsualUnit(this ChargeMethod method, Metering.MeterKind? meters = null) => method switch
    {
        ChargeMethod.AreaTimesPrice => "元/㎡·月",
        ChargeMethod.FixedPerMonth or ChargeMethod.Formula => "元/户·月",
        ChargeMethod.FixedPerQuarter => "元/户·季",
        ChargeMethod.FixedPerYear => "元/户·年",
        ChargeMethod.OnceOff => "元/次",
        _ when method.IsParking() => "元/月",
        _ when method.IsShared() => "元/kWh",
        _ => meters == Metering.MeterKind.Electricity ? "元/kWh" : "元/m³",
    };
}

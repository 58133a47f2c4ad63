namespace PropertyDesk.Domain.Charges;

/// <summary>What a method of charging needs to be told, and whom it can charge.</summary>
public static class ChargeMethods
{
    public static bool IsTiered(this ChargeMethod method) => method is ChargeMethod.MeteredMonthlyTiers or ChargeMethod.MeteredYearlyTiers;

    /// <summary>Charged by the readings of a unit's own meter.</summary>
    public static bool IsMetered(this ChargeMethod method) => method is ChargeMethod.Metered || method.IsTiered();

    /// <summary>A share in the cost of a common meter.</summary>
    public static bool IsShared(this ChargeMethod method) => method is ChargeMethod.SharedByArea or ChargeMethod.SharedByHousehold;

    /// <summary>The parking use carries the fee, so that the tariff has no price of its own.</summary>
    public static bool HasPrice(this ChargeMethod method) => method != ChargeMethod.ParkingFee;

    /// <summary>The scopes that make sense with a method, the usual one first.</summary>
    public static IReadOnlyList<TariffScope> Scopes(this ChargeMethod method) => method switch
    {
        ChargeMethod.ParkingFee => [TariffScope.Parking],
        _ when method.IsShared() => [TariffScope.AllUnits],
        _ => [TariffScope.Residential, TariffScope.Shop, TariffScope.AllUnits],
    };

    /// <summary>The unit that prices of a method are usually given in; it can be changed.</summary>
    public static string UsualUnit(this ChargeMethod method, Metering.MeterKind? meters = null) => method switch
    {
        ChargeMethod.AreaTimesPrice => "元/㎡·月",
        ChargeMethod.FixedPerMonth => "元/户·月",
        ChargeMethod.ParkingFee => "元/月",
        _ when method.IsShared() => "元/kWh",
        _ => meters == Metering.MeterKind.Electricity ? "元/kWh" : "元/m³",
    };
}

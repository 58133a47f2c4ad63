namespace PropertyDesk.Domain.Charges;

/// <summary>What a tariff applies to (适用).</summary>
public enum TariffScope
{
    /// <summary>住宅</summary>
    Residential,

    /// <summary>商铺</summary>
    Shop,

    /// <summary>车位</summary>
    Parking,

    /// <summary>全部: every unit in reach, as for shared costs.</summary>
    AllUnits,
}

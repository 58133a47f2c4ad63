namespace PropertyDesk.Domain.Charges;

/// <summary>How an amount comes about (计费方式).</summary>
public enum ChargeMethod
{
    /// <summary>建筑面积×单价: billing area × price per m² and month.</summary>
    AreaTimesPrice,

    /// <summary>固定: an amount per unit and month.</summary>
    FixedPerMonth,

    /// <summary>按车位月租: the monthly fee agreed for the parking space.</summary>
    ParkingFee,

    /// <summary>单价: metered use × price.</summary>
    Metered,

    /// <summary>阶梯(月): metered use in tiers that start anew each month.</summary>
    MeteredMonthlyTiers,

    /// <summary>阶梯(年): metered use in tiers cumulative over the calendar year.</summary>
    MeteredYearlyTiers,

    /// <summary>公摊·按建筑面积: a common meter's cost divided by billing area.</summary>
    SharedByArea,

    /// <summary>公摊·按户: a common meter's cost divided equally by household.</summary>
    SharedByHousehold,
}

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

    /// <summary>公摊·按系数: a common meter's cost divided by the weights of the assignments, such as floor coefficients.</summary>
    SharedByCoefficient,

    /// <summary>公摊·按分表用量: a common meter's cost divided by the use of the units' own meters in the month.</summary>
    SharedByMeterShare,

    /// <summary>固定(季): an amount per unit and quarter.</summary>
    FixedPerQuarter,

    /// <summary>固定(年): an amount per unit and year.</summary>
    FixedPerYear,

    /// <summary>一次性: quantity × price on one day, such as a card or repair materials.</summary>
    OnceOff,

    /// <summary>车位月卡: the fee agreed for the parking space, a full fee for each card month, which ends on the day of the month on which the first card began.</summary>
    ParkingByAnchor,

    /// <summary>公式: what no other method can say.</summary>
    Formula,
}

namespace PropertyDesk.Domain.Charges;

/// <summary>Which area an area charge multiplies.</summary>
public enum AreaBasis
{
    /// <summary>建筑面积 (计费面积)</summary>
    Billing,

    /// <summary>套内面积</summary>
    Inner,
}

namespace PropertyDesk.Domain.Communities;

public enum UnitStatus
{
    /// <summary>已入住</summary>
    Occupied,

    /// <summary>空置</summary>
    Vacant,

    /// <summary>装修中</summary>
    Renovating,

    /// <summary>未售: the developer pays.</summary>
    Unsold,

    /// <summary>未交付: sold, but not handed over yet; the developer pays.</summary>
    NotHandedOver,
}

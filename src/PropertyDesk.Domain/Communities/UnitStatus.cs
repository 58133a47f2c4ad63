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
}

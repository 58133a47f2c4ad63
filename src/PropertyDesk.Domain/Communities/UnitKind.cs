namespace PropertyDesk.Domain.Communities;

public enum UnitKind
{
    /// <summary>住宅</summary>
    Residential,

    /// <summary>商铺</summary>
    Shop,
}

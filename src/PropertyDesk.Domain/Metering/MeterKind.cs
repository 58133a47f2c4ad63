namespace PropertyDesk.Domain.Metering;

public enum MeterKind
{
    /// <summary>水表</summary>
    Water,

    /// <summary>电表</summary>
    Electricity,
}

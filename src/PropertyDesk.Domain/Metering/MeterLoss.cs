namespace PropertyDesk.Domain.Metering;

/// <summary>What a master meter counted in a month against what is behind it.</summary>
/// <param name="Master">Null while the month is not read.</param>
/// <param name="Units">By the units' own meters.</param>
/// <param name="Common">By the common meters.</param>
public sealed record MeterLoss(decimal? Master, decimal Units, decimal Common)
{
    /// <summary>Negative where more was counted behind it: readings of other days, or a wrong one.</summary>
    public decimal? Lost => Master - Units - Common;

    /// <summary>Of what the master meter counted, to two decimals; null where that is nothing.</summary>
    public decimal? Percent => Master is > 0 ? decimal.Round(100 * Lost!.Value / Master.Value, 2, MidpointRounding.AwayFromZero) : null;
}

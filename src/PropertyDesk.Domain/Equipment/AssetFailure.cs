namespace PropertyDesk.Domain.Equipment;

/// <summary>What kind of failure it was.</summary>
public enum FailureKind
{
    /// <summary>机械</summary>
    Mechanical,

    /// <summary>电气</summary>
    Electrical,

    /// <summary>控制系统</summary>
    Control,

    /// <summary>渗漏</summary>
    Leak,

    /// <summary>磨损老化</summary>
    Wear,

    /// <summary>人为损坏</summary>
    Damage,

    /// <summary>其他</summary>
    Other,
}

/// <summary>A failure of a machine (故障), from when it was found until it was repaired.</summary>
public sealed class AssetFailure : CommunityOwned
{
    private AssetFailure()
    {
    }

    /// <param name="requestId">Made with the form: sent twice, it is one failure.</param>
    /// <param name="stops">The machine does not run while it lasts.</param>
    /// <exception cref="RuleViolation">Nothing is said about it, the machine is scrapped, or it lies in the future.</exception>
    public AssetFailure(Asset asset, Guid requestId, FailureKind kind, string? what, bool stops, DateTimeOffset since, string by, DateTimeOffset now)
        : base(asset)
    {
        asset.RequireKept();
        if (since > now)
        {
            throw new RuleViolation("故障时间不能在将来。", field: "Since");
        }

        (AssetId, Asset, RequestId, Kind, What, Stops, Since) = (asset.Id, asset, requestId, kind, Require.Text(what, "故障现象", 500), stops, since);
        (By, Version) = (by, Guid.NewGuid());
    }

    public Guid AssetId { get; private set; }

    public Asset Asset { get; private set; } = null!;

    /// <summary>Unique in the company.</summary>
    public Guid RequestId { get; private set; }

    public FailureKind Kind { get; private set; }

    public string What { get; private set; } = "";

    public bool Stops { get; private set; }

    public DateTimeOffset Since { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset? RepairedAt { get; private set; }

    public string? RepairedBy { get; private set; }

    /// <summary>What was done about it.</summary>
    public string? Repair { get; private set; }

    /// <summary>Parts and outside labour.</summary>
    public Money Cost { get; private set; }

    public Guid Version { get; private set; }

    /// <exception cref="RuleViolation">It was repaired, nothing is said, or the time lies before the failure or in the future.</exception>
    public void Mend(FailureKind kind, string? repair, Money cost, DateTimeOffset at, string by, DateTimeOffset now)
    {
        if (RepairedAt is not null)
        {
            throw new RuleViolation("这次故障已由 {0} 登记修复。", [RepairedBy!]);
        }

        if (at < Since || at > now)
        {
            throw new RuleViolation("修复时间须在故障之后、现在之前。", field: "At");
        }

        if (cost < Money.Zero)
        {
            throw new RuleViolation("费用不能为负。", field: "Cost");
        }

        (Kind, Repair, Cost, RepairedAt, RepairedBy, Version) = (kind, Require.Text(repair, "处理情况", 500), cost, at, by, Guid.NewGuid());
    }
}

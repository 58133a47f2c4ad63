using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Domain.Visitors;

/// <summary>How a community keeps the data of its visitors; one row at most, without it the standard holds.</summary>
public sealed class VisitorSettings : CommunityOwned
{
    public const int StandardDays = 30;
    public const int MostDays = 365;

    private VisitorSettings()
    {
    }

    public VisitorSettings(Community community)
        : base(community) => KeepDays = StandardDays;

    /// <summary>Days after which a visit that is over is erased.</summary>
    public int KeepDays { get; private set; }

    /// <exception cref="RuleViolation">Not between a day and a year.</exception>
    public void Keep(int days) =>
        KeepDays = days is >= 1 and <= MostDays ? days : throw new RuleViolation("保存天数须在 1 到 {0} 之间。", [MostDays], "Days");
}

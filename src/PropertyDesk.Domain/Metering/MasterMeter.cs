using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Domain.Metering;

/// <summary>
/// The meter by which the water or power company bills the property company (总表). What it counts beyond the meters behind
/// it is lost on the way; nobody is charged by it.
/// </summary>
public sealed class MasterMeter : CommunityOwned
{
    private MasterMeter()
    {
    }

    /// <param name="building">What lies behind it; null for the whole community.</param>
    public MasterMeter(Community community, MeterKind kind, Building? building, string name, decimal multiplier)
        : base(community)
    {
        (Kind, BuildingId) = (kind, building?.Id);
        Name = Require.Text(name, "总表名称", 60);
        Multiplier = multiplier > 0 ? multiplier : throw new RuleViolation("倍率须大于 0。", field: "Input.Multiplier");
    }

    public MeterKind Kind { get; private set; }

    public Guid? BuildingId { get; private set; }

    public string Name { get; private set; } = "";

    public decimal Multiplier { get; private set; }
}

/// <summary>What a master meter showed at the start and the end of a month.</summary>
public sealed class MasterReading : CommunityOwned
{
    private MasterReading()
    {
    }

    public MasterReading(MasterMeter meter, BillingMonth period, decimal previous, decimal current)
        : base(meter)
    {
        (MasterMeterId, Period) = (meter.Id, period);
        Set(meter, previous, current);
    }

    public Guid MasterMeterId { get; private set; }

    public BillingMonth Period { get; private set; }

    public decimal Previous { get; private set; }

    public decimal Current { get; private set; }

    /// <summary>Corrects the month; no bill is made from it.</summary>
    /// <exception cref="RuleViolation">The current value is lower.</exception>
    public void Set(MasterMeter meter, decimal previous, decimal current)
    {
        if (previous < 0 || current < previous)
        {
            throw new RuleViolation("总表 {0} 的本期读数 {1} 小于上期读数 {2}。", [meter.Name, current, previous]);
        }

        (Previous, Current) = (previous, current);
    }
}

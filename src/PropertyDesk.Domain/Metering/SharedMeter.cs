using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Domain.Metering;

/// <summary>A common meter (公摊总表) whose cost the units in its reach share: a building's lift, the community's lamps.</summary>
public sealed class SharedMeter : CommunityOwned
{
    private SharedMeter()
    {
    }

    /// <param name="building">Its reach; null means the whole community.</param>
    public SharedMeter(Tariff tariff, Building? building, string name, decimal multiplier)
        : base(tariff)
    {
        (TariffId, Tariff, BuildingId) = (tariff.Id, tariff, building?.Id);
        Name = Require.Text(name, "公摊项目", 60);
        Multiplier = multiplier > 0 ? multiplier : throw new RuleViolation("倍率须大于 0。");
    }

    public Guid TariffId { get; private set; }

    /// <summary>Its method is the basis of the division; its price is that of one unit of use.</summary>
    public Tariff Tariff { get; private set; } = null!;

    public Guid? BuildingId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>What it counts: mostly power, of lifts, lamps and pumps.</summary>
    public MeterKind Kind { get; private set; } = MeterKind.Electricity;

    public decimal Multiplier { get; private set; }

    public void Counts(MeterKind kind) => Kind = kind;
}

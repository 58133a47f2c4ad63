using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Domain.Charges;

/// <summary>
/// That a unit is charged by a tariff, between two days, for itself or for one of its parking uses, meters or common
/// meters. A bill line exists at most once for an assignment, month and payer.
/// </summary>
public sealed class ChargeAssignment : CommunityOwned
{
    private ChargeAssignment()
    {
    }

    private ChargeAssignment(Tariff tariff, Unit unit, Guid subjectId, DateOnly from)
        : base(tariff)
    {
        (TariffId, UnitId, SubjectId, From) = (tariff.Id, unit.Id, subjectId, from);
        (Tariff, Unit) = (tariff, unit);
    }

    public Guid TariffId { get; private set; }

    public Tariff Tariff { get; private set; } = null!;

    public Guid UnitId { get; private set; }

    public Unit Unit { get; private set; } = null!;

    public Guid? ParkingUseId { get; private set; }

    public Guid? MeterId { get; private set; }

    public Guid? SharedMeterId { get; private set; }

    /// <summary>The unit, parking use, meter or common meter charged for: makes an assignment unique.</summary>
    public Guid SubjectId { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly? To { get; private set; }

    public static ChargeAssignment OfUnit(Tariff tariff, Unit unit, DateOnly from) => new(tariff, unit, unit.Id, from);

    public static ChargeAssignment OfParking(Tariff tariff, ParkingUse use) =>
        new(tariff, use.Unit, use.Id, use.From) { ParkingUseId = use.Id };

    public static ChargeAssignment OfMeter(Tariff tariff, Meter meter, DateOnly from) =>
        new(tariff, meter.Unit, meter.Id, from) { MeterId = meter.Id };

    public static ChargeAssignment OfSharedMeter(Tariff tariff, SharedMeter meter, Unit unit, DateOnly from) =>
        new(tariff, unit, meter.Id, from) { SharedMeterId = meter.Id };

    public void End(DateOnly to) => To = Require.NotBefore(to, From);
}

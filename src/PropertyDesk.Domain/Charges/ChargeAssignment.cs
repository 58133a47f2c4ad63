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

    /// <summary>How many, for a one-off charge.</summary>
    public decimal? Quantity { get; private set; }

    /// <summary>Yuan each, for a one-off charge whose price was agreed; else the tariff's price of the day.</summary>
    public decimal? AgreedPrice { get; private set; }

    /// <summary>What a one-off charge was for.</summary>
    public string? Note { get; private set; }

    /// <summary>Weight in a shared cost by coefficient, and the coefficient of a formula; null counts as 1.</summary>
    public decimal? Weight { get; private set; }

    /// <summary>免分摊: takes no share of a common meter's cost.</summary>
    public bool IsExempt { get; private set; }

    /// <summary>A one-off charge on a day.</summary>
    /// <param name="agreedPrice">Null: the tariff's price of the day.</param>
    public static ChargeAssignment Once(Tariff tariff, Unit unit, DateOnly day, decimal quantity, decimal? agreedPrice, string? note)
    {
        if (tariff.Method != ChargeMethod.OnceOff)
        {
            throw new RuleViolation("“{0}”不是一次性收费。", [tariff.ChargeItem.Name]);
        }

        if (quantity is <= 0 or > 100_000 || agreedPrice < 0)
        {
            throw new RuleViolation("数量须大于 0，单价不能为负数。", field: "Quantity");
        }

        return new ChargeAssignment(tariff, unit, Guid.CreateVersion7(), day)
        {
            To = day,
            Quantity = quantity,
            AgreedPrice = agreedPrice,
            Note = Require.OptionalText(note, "说明", 100),
        };
    }

    public static ChargeAssignment OfUnit(Tariff tariff, Unit unit, DateOnly from) => new(tariff, unit, unit.Id, from);

    public static ChargeAssignment OfParking(Tariff tariff, ParkingUse use) =>
        new(tariff, use.Unit, use.Id, use.From) { ParkingUseId = use.Id };

    public static ChargeAssignment OfMeter(Tariff tariff, Meter meter, DateOnly from) =>
        new(tariff, meter.Unit, meter.Id, from) { MeterId = meter.Id };

    public static ChargeAssignment OfSharedMeter(Tariff tariff, SharedMeter meter, Unit unit, DateOnly from) =>
        new(tariff, unit, meter.Id, from) { SharedMeterId = meter.Id };

    /// <param name="weight">More than zero; null counts as 1.</param>
    public void Weigh(decimal? weight) => Weight = weight is null or (> 0 and <= 1000)
        ? weight
        : throw new RuleViolation("系数须大于 0。", field: "Weight");

    /// <summary>Shares by the use of this meter.</summary>
    public void ShareByMeter(Meter meter) => MeterId = meter.UnitId == UnitId ? meter.Id : throw new RuleViolation("分摊用的表须是本户的表。", field: "MeterId");

    public void Exempt(bool exempt) => IsExempt = exempt;

    public void End(DateOnly to) => To = Require.NotBefore(to, From);
}

namespace PropertyDesk.Domain.Communities;

/// <summary>Who uses a parking space, since when, for which monthly fee. A new fee is a new use: bills keep the old one.</summary>
public sealed class ParkingUse : CommunityOwned
{
    private ParkingUse()
    {
    }

    public ParkingUse(ParkingSpace space, Unit unit, string? plate, Money monthlyFee, DateOnly from)
        : base(space)
    {
        (ParkingSpaceId, UnitId, From) = (space.Id, unit.Id, from);
        (ParkingSpace, Unit) = (space, unit);
        MonthlyFee = monthlyFee >= Money.Zero ? monthlyFee : throw new RuleViolation("车位月租不能为负数。");
        ChangePlate(plate);
    }

    public Guid ParkingSpaceId { get; private set; }

    public ParkingSpace ParkingSpace { get; private set; } = null!;

    public Guid UnitId { get; private set; }

    public Unit Unit { get; private set; } = null!;

    /// <summary>车牌号</summary>
    public string? Plate { get; private set; }

    /// <summary>The plate behind its province, as a <see cref="SearchKey"/>: what people begin with.</summary>
    public string? SearchPlate { get; private set; }

    /// <summary>The plate from its end, as a <see cref="SearchKey"/>.</summary>
    public string? SearchPlateEnd { get; private set; }

    public Money MonthlyFee { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly? To { get; private set; }

    public void ChangePlate(string? plate)
    {
        Plate = Require.OptionalText(plate, "车牌号", 20);
        (SearchPlate, SearchPlateEnd) = (BehindProvince(SearchKey.Bare(Plate)), SearchKey.Backwards(Plate));
    }

    public void End(DateOnly to) => To = Require.NotBefore(to, From);

    /// <summary>A bare plate without the character of its province, where it has one: that is the one people leave out.</summary>
    public static string? BehindProvince(string? bare) => bare is [> '\u007F', ..] ? bare[1..] : bare;
}

using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Domain.Metering;

/// <summary>A unit's water or electricity meter.</summary>
public sealed class Meter : CommunityOwned
{
    private Meter()
    {
    }

    /// <param name="multiplier">倍率: use = difference of readings × multiplier.</param>
    /// <param name="digits">位数: the counter starts anew at 10^digits.</param>
    public Meter(Unit unit, string number, MeterKind kind, decimal multiplier, int digits)
        : base(unit)
    {
        (UnitId, Unit, Kind) = (unit.Id, unit, kind);
        SetNumber(number);
        Calibrate(multiplier, digits);
    }

    public Guid UnitId { get; private set; }

    public Unit Unit { get; private set; } = null!;

    public string Number { get; private set; } = "";

    /// <summary><see cref="Number"/> from the end: a <see cref="SearchKey"/>.</summary>
    public string SearchNumber { get; private set; } = "";

    public MeterKind Kind { get; private set; }

    public decimal Multiplier { get; private set; }

    public int Digits { get; private set; }

    public void Calibrate(decimal multiplier, int digits)
    {
        Multiplier = multiplier > 0 ? multiplier : throw new RuleViolation("倍率须大于 0。");
        Digits = digits is >= 3 and <= 9 ? digits : throw new RuleViolation("表的位数须为 3 到 9 位。");
    }

    /// <summary>Another counter takes this one's place; only a <see cref="MeterChange"/> does it, and keeps what was.</summary>
    internal void PutIn(Counter counter)
    {
        Calibrate(counter.Multiplier, counter.Digits);
        SetNumber(counter.Number);
        if (counter.First < 0 || counter.First >= Counter.Range(counter.Digits))
        {
            throw new RuleViolation("读数 {0} 超出 {1} 位表的范围。", [counter.First, counter.Digits], "First");
        }
    }

    private void SetNumber(string? number)
    {
        Number = Require.Text(number, "表号", 40);
        SearchNumber = SearchKey.Backwards(Number)!;
    }
}

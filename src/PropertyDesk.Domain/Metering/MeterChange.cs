namespace PropertyDesk.Domain.Metering;

/// <summary>
/// A counter put in another's place (换表) on a day. The meter, its charges and its yearly tiers go on; the use of the
/// reading period is the old counter's part plus the new one's.
/// </summary>
public sealed class MeterChange : CommunityOwned
{
    private MeterChange()
    {
    }

    /// <summary>Changes the counter; the meter carries the new one's number, digits and multiplier from now on.</summary>
    /// <param name="last">What the old counter showed when it was taken off.</param>
    /// <param name="oldRollover">The old counter passed zero since its last reading.</param>
    public MeterChange(Meter meter, DateOnly on, decimal last, bool oldRollover, Counter next, string by, DateTimeOffset at)
        : base(meter)
    {
        if (last < 0 || last >= Counter.Range(meter.Digits))
        {
            throw new RuleViolation("读数 {0} 超出 {1} 位表的范围。", [last, meter.Digits], "Last");
        }

        (MeterId, On, Last, OldRollover, By, At) = (meter.Id, on, last, oldRollover, by, at);
        (OldNumber, OldDigits, OldMultiplier) = (meter.Number, meter.Digits, meter.Multiplier);
        meter.PutIn(next);
        (NewNumber, NewDigits, NewMultiplier, First) = (meter.Number, next.Digits, next.Multiplier, next.First);
    }

    public Guid MeterId { get; private set; }

    /// <summary>From this day on readings are the new counter's.</summary>
    public DateOnly On { get; private set; }

    public string OldNumber { get; private set; } = "";

    public int OldDigits { get; private set; }

    public decimal OldMultiplier { get; private set; }

    public decimal Last { get; private set; }

    public bool OldRollover { get; private set; }

    public string NewNumber { get; private set; } = "";

    public int NewDigits { get; private set; }

    public decimal NewMultiplier { get; private set; }

    public decimal First { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

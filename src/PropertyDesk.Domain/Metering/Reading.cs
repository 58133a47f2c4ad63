namespace PropertyDesk.Domain.Metering;

/// <summary>What a meter showed on a day. Never edited once billed: a wrong one is corrected on a later bill.</summary>
public sealed class Reading : CommunityOwned
{
    private Reading()
    {
    }

    /// <param name="value">Up to three decimals, below 10^digits of the meter.</param>
    /// <param name="rollover">A person confirmed that the counter passed zero since the reading before.</param>
    public Reading(Meter meter, DateOnly date, decimal value, bool rollover = false)
        : base(meter)
    {
        (MeterId, Date, Rollover) = (meter.Id, date, rollover);
        Value = value >= 0 && value < (decimal)Math.Pow(10, meter.Digits)
            ? value
            : throw new RuleViolation("读数 {0} 超出 {1} 位表的范围。", [value, meter.Digits], "Value");
    }

    public Guid MeterId { get; private set; }

    public DateOnly Date { get; private set; }

    public decimal Value { get; private set; }

    public bool Rollover { get; private set; }
}

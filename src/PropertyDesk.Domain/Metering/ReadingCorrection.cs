namespace PropertyDesk.Domain.Metering;

/// <summary>
/// A reading that turned out to be wrong: what it was, what it should have been, who says so and why. Where it was billed
/// the reading itself stays as it is, and the next bill counts the difference; otherwise the reading holds the new value.
/// </summary>
public sealed class ReadingCorrection : CommunityOwned
{
    private ReadingCorrection()
    {
    }

    /// <param name="billed">Something was billed from the reading.</param>
    /// <param name="rollover">The counter passed zero before the corrected value; only where nothing was billed.</param>
    public ReadingCorrection(Reading reading, Meter meter, decimal value, bool billed, bool rollover, string reason, string by, DateTimeOffset at)
        : base(reading)
    {
        (ReadingId, MeterId, Date, Before, After, Billed) = (reading.Id, meter.Id, reading.Date, reading.Value, value, billed);
        (Reason, By, At) = (Require.Text(reason, "更正原因", 200), by, at);
        if (value < 0 || value >= Counter.Range(meter.Digits))
        {
            throw new RuleViolation("读数 {0} 超出 {1} 位表的范围。", [value, meter.Digits], "Value");
        }

        if (value == reading.Value)
        {
            throw new RuleViolation("更正后的读数与原读数相同。", field: "Value");
        }

        if (!billed)
        {
            reading.Replace(meter, value, rollover);
        }
    }

    public Guid ReadingId { get; private set; }

    public Guid MeterId { get; private set; }

    /// <summary>The day of the reading.</summary>
    public DateOnly Date { get; private set; }

    public decimal Before { get; private set; }

    public decimal After { get; private set; }

    public bool Billed { get; private set; }

    public string Reason { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

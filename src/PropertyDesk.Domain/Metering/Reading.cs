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
        Value = Possible(meter, value);
    }

    public Guid MeterId { get; private set; }

    public DateOnly Date { get; private set; }

    public decimal Value { get; private set; }

    public bool Rollover { get; private set; }

    /// <summary>Nobody saw the counter; the next actual reading makes up for it.</summary>
    public bool Estimated { get; private set; }

    public ReadingChannel Channel { get; private set; }

    /// <summary>The doubts that a person confirmed when the reading was entered.</summary>
    public ReadingDoubts Doubts { get; private set; }

    /// <summary>Who confirmed the doubts; null where there were none.</summary>
    public string? ConfirmedBy { get; private set; }

    /// <summary>Null for readings from before this was noted.</summary>
    public string? EnteredBy { get; private set; }

    public DateTimeOffset? EnteredAt { get; private set; }

    /// <summary>A photo of the counter, among the stored files.</summary>
    public Guid? PhotoId { get; private set; }

    /// <summary>Notes where the reading comes from, and who answers for its doubts.</summary>
    public void Note(ReadingChannel channel, string by, DateTimeOffset at, ReadingDoubts confirmed = ReadingDoubts.None)
    {
        (Channel, EnteredBy, EnteredAt, Doubts) = (channel, by, at, confirmed);
        ConfirmedBy = confirmed == ReadingDoubts.None ? null : by;
    }

    public void MarkEstimated() => Estimated = true;

    public void Attach(Guid? photoId) => PhotoId = photoId;

    /// <summary>Puts another value in place, as long as nothing was billed from it; the caller keeps a <see cref="ReadingCorrection"/>.</summary>
    internal void Replace(Meter meter, decimal value, bool rollover) => (Value, Rollover, Estimated) = (Possible(meter, value), rollover, false);

    private static decimal Possible(Meter meter, decimal value) => value >= 0 && value < Counter.Range(meter.Digits)
        ? value
        : throw new RuleViolation("读数 {0} 超出 {1} 位表的范围。", [value, meter.Digits], "Value");
}

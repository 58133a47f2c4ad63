namespace PropertyDesk.Domain.Metering;

/// <summary>Why a reading cannot be taken, whoever confirms it.</summary>
public enum ReadingRefusal
{
    /// <summary>Negative, more than the counter can show, or more than three decimals.</summary>
    OutOfRange,

    /// <summary>The day has not come yet.</summary>
    InFuture,

    /// <summary>There is a reading, or another counter, of that day or a later one.</summary>
    NotAfterLast,

    /// <summary>The month was billed from this meter already.</summary>
    MonthBilled,
}

/// <summary>What is to be thought of a new reading: taken, taken once a person confirms, or not at all.</summary>
/// <param name="Rollover">If it is taken, the counter passed zero.</param>
/// <param name="Use">Since the reading before, times the multiplier; null for a first reading or a refused one.</param>
public sealed record ReadingVerdict(ReadingRefusal? Refusal, ReadingDoubts Doubts, bool Rollover, decimal? Use)
{
    public bool NeedsConfirmation => Doubts != ReadingDoubts.None;

    /// <summary>Whether the reading is stored.</summary>
    public bool Takes(bool confirmed) => Refusal is null && (confirmed || !NeedsConfirmation);
}

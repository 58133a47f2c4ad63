namespace PropertyDesk.Domain.Billing;

public enum OmissionReason
{
    /// <summary>The meter has no reading in the month.</summary>
    NoReading,

    /// <summary>There is no reading before the month to count from.</summary>
    NoOpeningReading,

    /// <summary>The reading is lower than the one before and nobody confirmed a rollover.</summary>
    ReadingLower,

    /// <summary>No price is valid in the month.</summary>
    NoTariff,

    /// <summary>Nobody owns the unit in the month.</summary>
    NoPayer,

    /// <summary>The common meter has no reading for the month.</summary>
    NoSharedReading,
}

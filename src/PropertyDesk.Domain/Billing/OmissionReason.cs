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

    /// <summary>The charge goes by inner area, and the unit has none on file.</summary>
    NoInnerArea,

    /// <summary>A formula asks for the number of people, and nobody noted it.</summary>
    NoPeople,

    /// <summary>The formula has no value for this unit, such as a result below zero.</summary>
    FormulaFailed,

    /// <summary>All sharers of a common cost are exempt, or their own meters counted nothing.</summary>
    NoShares,
}

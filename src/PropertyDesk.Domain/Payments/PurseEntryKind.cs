namespace PropertyDesk.Domain.Payments;

public enum PurseEntryKind
{
    /// <summary>Money on a line that a red entry took back.</summary>
    ReleasedByRedEntry,

    /// <summary>A bill below zero: what the owner gets back of it.</summary>
    CreditOfBill,

    /// <summary>Used to pay a bill.</summary>
    AppliedToBill,

    /// <summary>What was left of a payment, or was paid in advance.</summary>
    PaidIn,

    /// <summary>Used as a tender of a payment.</summary>
    Tendered,

    /// <summary>The red twin of <see cref="PaidIn"/>: the payment was taken back.</summary>
    PaidInReversed,

    /// <summary>The red twin of <see cref="Tendered"/>: the payment was taken back.</summary>
    TenderedReversed,

    /// <summary>Paid out to the payer.</summary>
    PaidOut,

    /// <summary>The red twin of <see cref="AppliedToBill"/>.</summary>
    AppliedReversed,

    /// <summary>Released to another class.</summary>
    MovedOut,

    /// <summary>Released from another class.</summary>
    MovedIn,

    /// <summary>Went to the record into which this owner's was merged, or back when that was undone.</summary>
    MergedOut,

    /// <summary>Came from a record that was merged into this owner's, or back when that was undone.</summary>
    MergedIn,
}

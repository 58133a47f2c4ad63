namespace PropertyDesk.Application.Billing;

/// <summary>Why a unit is billed another amount than the month before.</summary>
public enum ChangeReason
{
    /// <summary>A charge that was not there before.</summary>
    NewCharge,

    /// <summary>A charge that is there no more.</summary>
    Gone,

    /// <summary>The charge goes on, but this run had to leave it out.</summary>
    LeftOut,

    /// <summary>Another price, tier table or fee.</summary>
    Price,

    /// <summary>Another use by the readings.</summary>
    Reading,

    /// <summary>Another area or quantity.</summary>
    Area,

    /// <summary>More or fewer days are charged, or months of another length.</summary>
    Days,

    /// <summary>Another share of a common cost, or another total of it.</summary>
    SharedCost,

    /// <summary>Another payer, or another division among payers.</summary>
    Payer,

    /// <summary>Late fee.</summary>
    LateFee,

    /// <summary>One-off charges, corrections and what has no word of its own.</summary>
    Other,
}

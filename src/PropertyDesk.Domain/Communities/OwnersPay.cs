namespace PropertyDesk.Domain.Communities;

/// <summary>How several owners of one unit are billed.</summary>
public enum OwnersPay
{
    /// <summary>The owner named first gets the whole bill.</summary>
    First,

    /// <summary>Every charge is divided by the shares in the unit; each owner gets a bill.</summary>
    ByShares,
}

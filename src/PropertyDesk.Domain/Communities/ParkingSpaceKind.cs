namespace PropertyDesk.Domain.Communities;

public enum ParkingSpaceKind
{
    /// <summary>产权: belongs to a unit's owner; the fee is for its management.</summary>
    Owned,

    /// <summary>月租: let by the month.</summary>
    Rented,
}

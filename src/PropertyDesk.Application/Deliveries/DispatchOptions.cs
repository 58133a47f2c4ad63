namespace PropertyDesk.Application.Deliveries;

/// <summary>How the dispatcher works on this installation.</summary>
/// <param name="Lease">How long a node has messages for itself; after it, whoever died with them is believed dead. Calls to providers end within half of it.</param>
public sealed record DispatchOptions(TimeSpan Lease)
{
    public const string Section = "Deliveries";

    /// <param name="seconds">Null for two minutes.</param>
    /// <exception cref="InvalidOperationException">Out of bounds.</exception>
    public static DispatchOptions Of(int? seconds) => seconds switch
    {
        null => new(TimeSpan.FromMinutes(2)),
        >= 2 and <= 900 => new(TimeSpan.FromSeconds(seconds.Value)),
        _ => throw new InvalidOperationException($"{Section}:LeaseSeconds must be between 2 and 900."),
    };
}

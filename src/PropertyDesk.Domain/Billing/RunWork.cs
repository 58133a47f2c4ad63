namespace PropertyDesk.Domain.Billing;

/// <summary>What somebody asked for on a large run, and is being done in the background.</summary>
public enum RunWork
{
    None,

    /// <summary>Compute the draft, for the first time or again.</summary>
    Compute,

    /// <summary>Publish the bills, all or of some buildings.</summary>
    Publish,
}

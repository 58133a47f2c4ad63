using PropertyDesk.Domain;

namespace PropertyDesk.Application.Search;

/// <summary>An owner that the search found.</summary>
/// <param name="Units">Short forms of the units owned today, or once owned if none is left.</param>
/// <param name="By">What matched, such as a plate or a bill number; empty for the name itself.</param>
public sealed record SearchHit(Guid OwnerId, string Name, string Phone, string Community, string Units, string By, Money Outstanding);
